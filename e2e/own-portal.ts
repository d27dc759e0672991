import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '#scripts/free-port.mjs'
import { createDatabase } from '#scripts/postgres/postgres-server.mjs'

/** A portal with its own data, for tests that change what readers see. */
export type OwnPortal = {
  origin: string
  port: number
  /** Runs `press` on the data of the portal and returns its output. */
  press: (...args: string[]) => Promise<string>
  /** Settings with which another portal shares this newsroom. */
  settings: { DATABASE_URL: string; PRESS_DATA: string }
  /** Kills it at once, like a power cut. */
  kill: () => void
  /** Ids of the processes that the portal started. */
  processes: () => number[]
  stop: () => Promise<void>
}

const START_LIMIT_MS = 120_000

export async function startOwnPortal(settings: Record<string, string> = {}): Promise<OwnPortal> {
  const ownDir = fs.mkdtempSync(path.join(os.tmpdir(), 'own-portal-'))
  const port = Number(settings.PORT ?? (await freePort()))
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: settings.DATABASE_URL ?? (await freshDatabase()),
    PORT: String(port),
    HOST: '127.0.0.1',
    PRESS_DATA: settings.PRESS_DATA ?? ownDir,
    PRESS_URL: origin,
    PRESS_DEMO: '1',
    PRESS_TIME_ZONE: 'Asia/Riyadh',
    LOG_LEVEL: 'error',
    /* Two hundred seconds of work for each such portal; the test that is about it asks for it. */
    PRESS_PICTURES_AHEAD: '0',
    /* Half a minute of work; the test that listens asks for it. */
    PRESS_VOICE_BUILT_IN: '0',
    ...settings,
  }
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilReady(origin, child)
  return {
    origin,
    port,
    press: (...args) => runPress(env, args),
    settings: { DATABASE_URL: env.DATABASE_URL, PRESS_DATA: env.PRESS_DATA },
    kill: () => child.kill('SIGKILL'),
    processes: () => childrenOf(child.pid),
    stop: async () => {
      await terminate(child)
      fs.rmSync(ownDir, { recursive: true, force: true })
    },
  }
}

/**
 * Runs `press` with these settings and returns its output.
 * @throws when its exit code is not 0
 */
export async function runPress(
  settings: Record<string, string | undefined>,
  args: string[],
): Promise<string> {
  const env = { ...process.env, ...settings }
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/press.js', ...args], { env })
  return stdout
}

function childrenOf(parent: number | undefined): number[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return listed
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .flatMap(([id, of]) => (of === parent && id !== undefined ? [id] : []))
}

/**
 * The URL of an empty database on the database server of this test run. Without such a server, '': a file in the data
 * folder.
 */
export async function freshDatabase(): Promise<string> {
  const server = process.env.E2E_POSTGRES
  return server ? createDatabase(server, `press_own_${process.pid}_${Date.now()}`) : ''
}

/** Terminates a process and waits until it has exited. */
export function terminate(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The portal ended with ${child.exitCode}`)
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('The portal was not ready in time')
}
