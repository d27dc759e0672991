import { AsyncLocalStorage } from 'node:async_hooks'
import { log } from '#server/log.ts'

type RequestFacts = { requestId: string; url: string }

const current = new AsyncLocalStorage<RequestFacts>()

/** Runs the handling of one request, so that every line that is logged meanwhile names it. */
export function inRequest<Result>(facts: RequestFacts, run: () => Result): Result {
  return current.run(facts, run)
}

/**
 * Sends to the log what the framework and its libraries report to the console as text and without the request: once,
 * as JSON, with the id of the request.
 */
export function routeConsoleToLog(): void {
  console.error = (...parts: unknown[]) => log.error(described(parts), 'Reported to the console')
  console.log = (...parts: unknown[]) => log.info(described(parts), 'Reported to the console')
  console.warn = (...parts: unknown[]) => log.warn(described(parts), 'Reported to the console')
}

function described(parts: unknown[]): Record<string, unknown> {
  const error = parts.find(part => part instanceof Error)
  const text = parts
    .filter(part => !(part instanceof Error))
    .map(String)
    .join(' ')
    .trim()
  return { ...current.getStore(), ...(error ? { err: error } : {}), ...(text ? { text } : {}) }
}
