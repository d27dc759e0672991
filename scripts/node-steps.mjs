/* Runs programs of Node one after another, each in a process of its own. */
import { spawn } from 'node:child_process'
import { endBySignal, handOnSignals } from './signals.mjs'

/**
 * Runs one to its end, with what it says on ours.
 * @param {string[]} args @param {Record<string, string | undefined>} [environment]
 * @returns {Promise<number>} its exit code
 */
export async function runNode(args, environment = {}) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
  })
  const { code, interruption } = await handOnSignals(child)
  if (interruption) endBySignal(interruption)
  return code ?? 1
}
