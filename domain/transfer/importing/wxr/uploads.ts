import fs from 'node:fs/promises'
import path from 'node:path'

/**
 * Finds the file for an address under wp-content/uploads (or on the files host of WordPress.com) in a copy of the
 * uploads. Tries the address itself, then the full-size picture behind a smaller copy (`-300x200`, `-scaled`).
 */
export async function findUpload(folder: string | undefined, url: string): Promise<string | null> {
  if (!folder) return null
  for (const relative of candidates(url)) {
    const file = path.join(folder, relative)
    /* An address must not lead out of the folder. */
    if (!file.startsWith(path.resolve(folder) + path.sep)) continue
    if (await exists(file)) return file
  }
  return null
}

function candidates(url: string): string[] {
  let pathname: string
  try {
    pathname = decodeURIComponent(new URL(url, 'http://old.invalid').pathname)
  } catch {
    return []
  }
  const inUploads = /\/wp-content\/uploads\/(?:sites\/\d+\/)?(.+)$/.exec(pathname)?.[1]
  const byMonth = /\/(\d{4}\/\d{2}\/[^/]+)$/.exec(pathname)?.[1]
  const bare = path.posix.basename(pathname)
  const found = [inUploads, byMonth, pathname.replace(/^\//, ''), bare].filter((name): name is string =>
    Boolean(name),
  )
  const full = (name: string) => name.replace(/(?:-\d+x\d+|-scaled)(\.\w+)$/, '$1')
  return [...new Set(found.flatMap(name => [name, full(name)]))]
}

async function exists(file: string): Promise<boolean> {
  return fs.stat(file).then(
    stat => stat.isFile(),
    () => false,
  )
}

/** Addresses of pictures and videos in a text that is not converted yet. */
export function mediaAddresses(html: string): string[] {
  const found = [
    ...html.matchAll(/<(?:img|video|source)\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi),
    ...html.matchAll(/\[video\b[^\]]*?(?:src|mp4|m4v|webm)\s*=\s*["']?([^"'\s\]]+)/gi),
    ...html.matchAll(/\[video\s+["']?(https?:[^"'\s\]]+)/gi),
    ...html.matchAll(/\[video\](https?:[^\s[]+)/gi),
  ].map(match => (match[1] ?? '').replace(/&amp;/g, '&'))
  return [...new Set(found)]
}
