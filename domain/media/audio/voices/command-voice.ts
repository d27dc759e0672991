import { createHash } from 'node:crypto'
import { runProgram } from './run-program.ts'
import { utterancesOf } from './utterances.ts'
import type { Voice } from './voice.ts'

type Command = { program: string; parameters: readonly string[] }

/* Programs load their model each time: as few utterances as pauses allow. */
const MOST_CHARACTERS = 100_000

/** A program that reads text and writes WAV. It is told the language in PRESS_VOICE_LANGUAGE. */
export function commandVoice({ program, parameters }: Command): Voice {
  return {
    kind: 'provider',
    signature: createHash('sha256')
      .update(JSON.stringify([program, parameters]))
      .digest('hex'),
    async *speak(blocks, locale, signal) {
      for (const { text, pauseMs } of utterancesOf(blocks, MOST_CHARACTERS)) {
        const environment = { PRESS_VOICE_LANGUAGE: locale }
        yield { wav: runProgram({ program, parameters, input: `${text}\n`, environment, signal }), pauseMs }
      }
    },
  }
}
