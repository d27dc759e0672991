/* Hands signals of npm, a terminal and the system on to a program. Runs on older Nodes too. */
import os from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const SAME_PRESS_MS = 500
const LOOK_EVERY_MS = 500

/**
 * Lets a program that listens for its first signal alone live through its echo: a terminal tells every program of the
 * group, and npm tells its own once more. A hangup means the same as the order to end.
 */
export function takeSignalOnce() {
  let taken = 0
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (process.listenerCount(signal) > 1) taken = Date.now()
      else if (signal === 'SIGHUP') endWithTerminal()
      else if (Date.now() - taken > SAME_PRESS_MS) endBySignal(signal)
    })
  }
}

function endWithTerminal() {
  /* Nobody can be told any more, and a farewell that fails must not cut the closing short. */
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  process.emit('SIGTERM', 'SIGTERM')
}

/** Ends this program in order when the one that started it has gone, as npm does on a hangup or when it is killed. */
export function endWithParent() {
  /* Windows gives the orphan no other parent, so nothing can be seen there. */
  if (process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** Hands on to a child what this process is told, until the child has ended; gives how it ended. */
export function handOnSignals(child) {
  let interruption = null
  const handOn = signal => {
    interruption = signal
    /* On Windows that would kill it, and the console has told it already. */
    if (process.platform !== 'win32') child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, handOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, interruption }))
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, handOn)
  })
}

/** Ends this process as another one has ended: with its exit code, or by the signal that ended it. */
export function endLike({ code, signal }) {
  if (signal) endBySignal(signal)
  process.exit(code ?? 1)
}

/** Ends this process by a signal, so that its parent sees which one; work registered for its exit is done first. */
export function endBySignal(signal) {
  if (process.platform !== 'win32') {
    process.once('exit', () => {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    })
  }
  process.exit(128 + (os.constants.signals[signal] ?? 0))
}
