import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasProgram } from '#bench/programs.mjs'
import { CLIENT_CORE, SERVER_CORE } from '#bench/settings.mjs'

const READY_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 15_000

/** Whether processes can be pinned to a core on this machine; otherwise server and client share all cores. */
export const canPin = hasProgram('taskset')

/** The command with which a program and its children run on one core only. */
export function pinned(core, command, args) {
  return canPin ? ['taskset', ['-c', String(core), command, ...args]] : [command, args]
}

/** Pins this process, and the processes it starts from now on, to the client's core. */
export function pinThisProcess() {
  if (canPin)
    spawnSync('taskset', ['-a', '-c', '-p', String(CLIENT_CORE), String(process.pid)], { stdio: 'ignore' })
}

/**
 * Starts a server on the server's core and waits until `url` answers.
 * @throws when its port is taken, or when it does not start
 * @returns {Promise<{ pid: number, stop: () => Promise<void> }>}
 */
export async function startServer(name, command, args, { env = {}, cwd, url } = {}) {
  /* Otherwise, another server on the port would be measured instead. */
  if (await answers(url))
    throw new Error(`Something answers at ${url} already. Set BENCH_PORT to free ports.`)
  const [file, list] = pinned(SERVER_CORE, command, args)
  const child = spawn(file, list, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const output = []
  child.stderr.on('data', chunk => {
    if (output.length < 50) output.push(chunk)
  })
  const ended = new Promise(resolve => child.on('close', resolve))
  let hasEnded = false
  ended.then(() => {
    hasEnded = true
  })
  const stop = async () => {
    if (!hasEnded) child.kill('SIGTERM')
    await Promise.race([ended, sleep(STOP_LIMIT_MS, undefined, { ref: false })])
    if (!hasEnded) child.kill('SIGKILL')
    await ended
  }
  const deadline = Date.now() + READY_LIMIT_MS
  while (!(await answers(url))) {
    if (hasEnded || Date.now() > deadline) {
      await stop()
      throw new Error(`${name} did not start. Its output:\n${Buffer.concat(output)}`)
    }
    await sleep(100)
  }
  return { pid: child.pid, stop }
}

async function answers(url) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) })
    await response.arrayBuffer()
    return response.status < 500
  } catch {
    return false
  }
}

/** Runs `work` with servers and always stops them afterwards, the last one first. */
export async function withServers(work) {
  const servers = []
  try {
    return await work(async starting => {
      const server = await starting
      servers.push(server)
      return server
    })
  } finally {
    for (const server of servers.reverse()) await server.stop()
  }
}

/** Processor seconds that a process has used, with all its threads. */
export function cpuSeconds(pid) {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  /* The program name may contain spaces, so fields are split after its closing bracket. */
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

const TICKS_A_SECOND = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100

/** Resident memory of a process, in megabytes; NaN when it has ended. */
export function residentMegabytes(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(statusOf(pid)) ?? []
  return Number(kilobytes) / 1024
}

/** Ids of the processes that a process started, and of those that they started. */
export function descendants(pid) {
  const parents = new Map()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [, parent] = /^PPid:\s+(\d+)/m.exec(statusOf(name)) ?? []
    if (parent) parents.set(Number(name), Number(parent))
  }
  const found = [pid]
  for (const ancestor of found)
    for (const [child, parent] of parents) if (parent === ancestor) found.push(child)
  return found.slice(1)
}

/* A process may end at any time. */
function statusOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
