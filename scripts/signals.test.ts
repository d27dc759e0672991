import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const runFile = path.resolve(import.meta.dirname, 'run.mjs')
const signalsFile = path.resolve(import.meta.dirname, 'signals.mjs')
const PATIENCE_MS = 10_000

let folder = ''

/* A small server, as far as signals are concerned: it takes a moment to close, and writes down what it was told. */
const SERVER = `
import fs from 'node:fs'
const say = text => fs.appendFileSync('said', text + '\\n')
let isClosing = false
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => {
  if (isClosing) return
  isClosing = true
  setTimeout(() => (say('closed by ' + signal), process.exit(0)), 300)
})
setInterval(() => {}, 1000)
say('ready ' + process.pid)
`
/* As press does: the first signal asks to stop, the second ends at once. */
const COMMAND = `
import fs from 'node:fs'
const say = text => fs.appendFileSync('said', text + '\\n')
process.once('SIGINT', () => setTimeout(() => (say('tidied up'), process.exit(3)), 1500))
setInterval(() => {}, 1000)
say('ready ' + process.pid)
`
/* The launcher stands between npm and the program where another Node had to be fetched. */
const LAUNCHER = `
import { spawn } from 'node:child_process'
import { endLike, endWithParent, handOnSignals } from ${JSON.stringify(signalsFile)}
endWithParent()
endLike(await handOnSignals(spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit' })))
`

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'signals-'))
  const files = { 'server.mjs': SERVER, 'command.mjs': COMMAND, 'launcher.mjs': LAUNCHER }
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
  const run = (program: string) => `"${runFile}" "${path.join(folder, program)}"`
  const scripts = {
    server: `exec node ${run('server.mjs')}`,
    command: `exec node ${run('command.mjs')}`,
    'server-behind-launcher': `exec node launcher.mjs ${run('server.mjs')}`,
    'command-behind-launcher': `exec node launcher.mjs ${run('command.mjs')}`,
    killed: `exec node launcher.mjs -e "process.kill(process.pid, 'SIGKILL')"`,
  }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, scripts }))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const said = () => fs.readFileSync(path.join(folder, 'said'), 'utf8')

/* In a group of its own, as a terminal gives each command one. */
async function startNpm(script: string): Promise<ChildProcess & { pid: number }> {
  fs.rmSync(path.join(folder, 'said'), { force: true })
  const npm = spawn('npm', ['run', '--silent', script], { cwd: folder, detached: true, stdio: 'ignore' })
  await until(() => fs.existsSync(path.join(folder, 'said')) && said().includes('ready'))
  return npm as ChildProcess & { pid: number }
}

async function until(isSo: () => boolean) {
  const deadline = Date.now() + PATIENCE_MS
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('It did not come to pass in time')
    await sleep(20)
  }
}

function isProgramRunning() {
  try {
    process.kill(Number(/ready (\d+)/.exec(said())?.[1]), 0)
    return true
  } catch {
    return false
  }
}

describe.skipIf(process.platform === 'win32').each(['server', 'server-behind-launcher'])('%s', script => {
  it.each(['SIGTERM', 'SIGINT'] as const)('closes in order on %s to npm alone', async signal => {
    const npm = await startNpm(script)
    npm.kill(signal)
    expect(await once(npm, 'exit')).toEqual([0, null])
    expect(said()).toContain(`closed by ${signal}`)
  })

  it('closes in order on Ctrl+C, which a terminal tells everybody', async () => {
    const npm = await startNpm(script)
    process.kill(-npm.pid, 'SIGINT')
    expect(await once(npm, 'exit')).toEqual([0, null])
    expect(said()).toContain('closed by SIGINT')
  })

  it('closes in order when the terminal closes', async () => {
    const npm = await startNpm(script)
    process.kill(-npm.pid, 'SIGHUP')
    await until(() => said().includes('closed by SIGTERM'))
  })

  it.each(['SIGHUP', 'SIGKILL'] as const)('does not stay when %s ends npm', async signal => {
    const npm = await startNpm(script)
    npm.kill(signal)
    await until(() => said().includes('closed by SIGTERM'))
    await until(() => !isProgramRunning())
  })
})

describe.skipIf(process.platform === 'win32').each(['command', 'command-behind-launcher'])('%s', script => {
  it('may tidy up after one Ctrl+C, and its exit code arrives', async () => {
    const npm = await startNpm(script)
    process.kill(-npm.pid, 'SIGINT')
    expect(await once(npm, 'exit')).toEqual([3, null])
    expect(said()).toContain('tidied up')
  })

  it('ends at once on a second one', async () => {
    const npm = await startNpm(script)
    process.kill(-npm.pid, 'SIGINT')
    const ended = once(npm, 'exit')
    /* A person's second press comes later than the echo of the first. */
    await sleep(700)
    process.kill(-npm.pid, 'SIGINT')
    expect(await ended).toEqual([null, 'SIGINT'])
    expect(said()).not.toContain('tidied up')
  })
})

it.skipIf(process.platform === 'win32')('a program that was killed ends its launcher alike', async () => {
  const npm = spawn('npm', ['run', '--silent', 'killed'], { cwd: folder, stdio: 'ignore' })
  expect(await once(npm, 'exit')).toEqual([null, 'SIGKILL'])
})
