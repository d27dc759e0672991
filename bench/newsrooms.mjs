import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleBench } from '#scripts/bundle.mjs'
import { pinned } from './servers/pinned.mjs'
import { CLIENT_CORE, cacheDir } from './settings.mjs'

/**
 * The data folder of a newsroom of this many stories, made once and kept. Every size of its pictures is made too, so
 * that the portal does not do it while it is measured.
 */
export async function newsroomOf(count) {
  const dir = path.join(cacheDir, `newsroom-${count}`)
  const done = path.join(dir, 'made')
  if (fs.existsSync(done)) return dir
  fs.rmSync(dir, { recursive: true, force: true })
  fs.mkdirSync(dir, { recursive: true })
  copyPictures(dir)
  notice(`Making a newsroom of ${count} stories…`)
  await runProgram('newsroom', [String(count), dir, '--pictures'])
  fs.writeFileSync(done, '')
  return dir
}

/** A copy that may be changed. */
export async function copyOfNewsroom(count, name) {
  const from = await newsroomOf(count)
  const copy = path.join(cacheDir, name)
  fs.rmSync(copy, { recursive: true, force: true })
  fs.cpSync(from, copy, { recursive: true, mode: fs.constants.COPYFILE_FICLONE })
  return copy
}

/** A folder that the portal fills with the demonstration newsroom at its first start. */
export function demonstrationDir() {
  return path.join(cacheDir, 'demonstration')
}

/** Paths of articles, spread evenly over a newsroom and alternating in language, each once. */
export async function articlePaths(dataDir, count) {
  return JSON.parse(await runProgram('paths', [dataDir, String(count)]))
}

let programs

/** Runs one of the bundled programs to its end and returns its output. */
export async function runProgram(name, args, how = {}) {
  const child = await startProgram(name, args, how)
  const output = []
  child.stdout.on('data', chunk => output.push(chunk))
  const code = await new Promise(resolve => child.on('close', resolve))
  if (code !== 0) throw new Error(`bench ${name} did not work`)
  return Buffer.concat(output).toString()
}

/** Starts one of them, on the clients' core unless told otherwise. */
export async function startProgram(name, args, { env = {}, core = CLIENT_CORE } = {}) {
  programs ??= bundleBench()
  const file = fileURLToPath((await programs)[name])
  const [command, list] = pinned(core, process.execPath, [file, ...args])
  return spawn(command, list, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/* All made-up newsrooms have the same pictures, which take longer to make than ten thousand articles. */
function copyPictures(dir) {
  for (const name of fs.readdirSync(cacheDir).filter(each => each.startsWith('newsroom-'))) {
    const other = path.join(cacheDir, name)
    if (!fs.existsSync(path.join(other, 'made'))) continue
    fs.cpSync(path.join(other, 'media'), path.join(dir, 'media'), { recursive: true })
    return
  }
}

function notice(line) {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`)
}
