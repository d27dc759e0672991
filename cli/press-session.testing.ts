import { vi } from 'vitest'
import { forgetSettings } from '#settings/settings.testing.ts'
import { runPress } from './run-press.ts'

export type PressResult = { out: string; err: string; code: number }

/** Runs `press` in this process on the database that `PRESS_DATA` names, and returns its output and exit code. */
export async function press(...args: string[]): Promise<PressResult> {
  forgetSettings()
  const result: PressResult = { out: '', err: '', code: 0 }
  const listen = (stream: NodeJS.WriteStream, into: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation(text => {
      result[into] += String(text)
      return true
    })
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')]
  try {
    await runPress(args)
  } finally {
    for (const spy of spies) spy.mockRestore()
    result.code = Number(process.exitCode ?? 0)
    process.exitCode = undefined
  }
  return result
}
