import fs from 'node:fs'

/**
 * Which files of a build are others than at the one before it, by when they were written.
 * @param {Map<string, number>} seen @param {string[]} files
 */
export function changedFiles(seen, files) {
  const times = new Map(files.map(file => [file, writtenAt(file)]))
  return { times, changed: files.filter(file => seen.get(file) !== times.get(file)) }
}

function writtenAt(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/* Connections and settings are kept once for pages and server together. */
const HELD = /^(db\/(?!queries\/)|settings\/)/
/* The server needs them for its bare notices only, and the framework brings them to pages. */
const MESSAGES = /^messages\//

/**
 * Whether a file of the server's bundle comes into effect only when the server starts anew.
 * @param {string} file @param {Set<string>} pages the files that pages are made of
 */
export function needsRestart(file, pages) {
  if (HELD.test(file)) return true
  return !MESSAGES.test(file) && !pages.has(file)
}
