import { ssmlOf } from '#domain/media/audio/spoken-text/ssml.ts'
import { isExpected } from '#errors/expected-error.ts'
import { runProgram } from './run-program.ts'
import type { Voice } from './voice.ts'

const ESPEAK = 'espeak-ng'

/**
 * espeak-ng, as a program of its own: the machine's where it is installed, else `fallback`, a program of Node that runs
 * the npm package of that name and takes the same parameters.
 */
export function builtInVoice(fallback: string): Voice {
  return {
    kind: 'built-in',
    signature: ESPEAK,
    async *speak(blocks, locale, signal) {
      const parameters = ['-m', '-b', '1', '-v', locale, '--stdin', '--stdout']
      const run = { parameters, input: ssmlOf(blocks, locale), signal }
      yield { wav: either(run, fallback), pauseMs: 0 }
    },
  }
}

async function* either(
  run: { parameters: string[]; input: string; signal: AbortSignal },
  fallback: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* runProgram({ ...run, program: ESPEAK })
  } catch (error) {
    /* A program that could not be started has written nothing. */
    if (!isExpected(error, 'voice.noProgram')) throw error
    yield* runProgram({ ...run, program: process.execPath, parameters: [fallback, ...run.parameters] })
  }
}
