import cluster, { type Worker } from 'node:cluster'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '#server/log.ts'

/* The variable that gives each process its place among them, from 1. */
const PLACE = 'PRESS_PROCESS'
/* The variable that is set for a process that starts while others serve already. */
const JOINING = 'PRESS_PROCESS_JOINS'
const READY = 'ready'
const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 15_000
/* A process that lived so long did not fail at once. */
const STABLE_MS = 60_000
/* Longer than a process needs to shut down. */
const MAX_CLOSING_MS = 9_500

/** The place of this process among those that share the port, from 1. The first does the work that is done once. */
export function placeOfProcess(): number {
  return Number(process.env[PLACE] ?? 1)
}

/** Whether other processes serve already, so that this one takes no connection before it can answer. */
export function isJoining(): boolean {
  return process.env[JOINING] === '1'
}

/** Whether this process only starts and supervises the others. */
export function isSupervisor(processes: number): boolean {
  return processes > 1 && cluster.isPrimary
}

/** Tells the supervisor, if there is one, that this process serves. */
export function reportServing(): void {
  process.send?.(READY)
}

/**
 * Starts `processes` processes on one port and never returns. A process that ends is replaced, and all end with this
 * one. The first starts ahead of the others: it makes the database, and prints why the portal cannot start.
 */
export async function supervise(processes: number): Promise<never> {
  /*
   * Each process takes its connections from the port itself. A connection that this process hands to one that has just
   * died would never be answered and never be closed.
   */
  cluster.schedulingPolicy = cluster.SCHED_NONE
  let isClosing = false
  const running = new Map<number, Worker>()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void close())

  await keep(1)
  for (let place = 2; place <= processes && !isClosing; place++) void keep(place)
  return new Promise(() => {})

  /* Settles when the process of that place serves for the first time. */
  async function keep(place: number): Promise<void> {
    const first = start(place, place > 1)
    const isServing = await new Promise<boolean>(resolve => {
      if (!first) return resolve(false)
      first.once('message', message => resolve(message === READY))
      first.once('exit', () => resolve(false))
    })
    if (!isServing && !isClosing && place === 1) process.exit(1)
    void replaceWhenItEnds(place, first)
  }

  /* Null when the machine cannot start another process just now. */
  function start(place: number, joins = true): Worker | null {
    try {
      const worker = cluster.fork({ [PLACE]: String(place), [JOINING]: joins ? '1' : '' })
      worker.on('error', error => log.error({ err: error, place }, 'A process could not be reached'))
      running.set(place, worker)
      return worker
    } catch (error) {
      log.error({ err: error, place }, 'A process could not be started')
      return null
    }
  }

  async function replaceWhenItEnds(place: number, first: Worker | null): Promise<void> {
    let pause = FIRST_PAUSE_MS
    for (let worker = first; ; worker = start(place)) {
      const begun = Date.now()
      if (worker && !worker.isDead()) await endOf(worker)
      if (isClosing) return
      pause = Date.now() - begun > STABLE_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, MAX_PAUSE_MS)
      const { exitCode = null, signalCode = null } = worker?.process ?? {}
      log.error({ place, exitCode, signal: signalCode, pause }, 'A process has ended; another one starts')
      await sleep(pause)
      if (isClosing) return
    }
  }

  async function close(): Promise<void> {
    if (isClosing) return
    isClosing = true
    const all = [...running.values()].filter(worker => !worker.isDead())
    for (const worker of all) worker.process.kill('SIGTERM')
    const ended = Promise.all(all.map(endOf))
    await Promise.race([ended, sleep(MAX_CLOSING_MS)])
    for (const worker of all) if (!worker.isDead()) worker.process.kill('SIGKILL')
    process.exit(0)
  }
}

function endOf(worker: Worker): Promise<void> {
  return new Promise(resolve => worker.once('exit', () => resolve()))
}
