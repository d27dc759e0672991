import { z } from 'zod'
import { service, toService, wholeNumber } from './setting-kinds.ts'

/** A voice from outside: a program of this machine, or a speech service. */
export type VoiceProvider =
  | { kind: 'command'; program: string; parameters: string[] }
  | { kind: 'service'; url: string }

/** The settings of listening. */
export type VoiceSettings = {
  /** Null: none. `off`: nothing can be listened to at all. */
  voice: VoiceProvider | 'off' | null
  /** Whether the built-in voice speaks where no other does; null: in the demonstration newsroom alone. */
  builtInVoice: boolean | null
  /** The key of the speech service. */
  voiceKey: string | null
  voiceModel: string
  /** The names of the service's voices. */
  voiceNames: { ar: string; en: string }
  /** The most characters of one request to the service. */
  voiceRequestCharacters: number
  /** The most characters that the provider is given in a day. */
  voiceDailyCharacters: number
}

const voiceName = { expected: 'the name of a voice, of at most 100 characters', schema: z.string().max(100) }

/** Their rows of the table of settings. */
export const voiceTable = {
  PRESS_VOICE: {
    expected: `off, or the word command with a program and its parameters, or ${service('a speech service', 'https://api.example.org/v1/audio/speech')}`,
    schema: z
      .string()
      .transform(toVoice)
      .pipe(z.custom<VoiceProvider | 'off'>(voice => voice !== null)),
    missing: null,
  },
  PRESS_VOICE_BUILT_IN: {
    expected: '1 or 0',
    schema: z.enum(['0', '1']).transform(value => value === '1'),
    missing: null,
  },
  PRESS_VOICE_KEY: {
    expected: 'the key of the speech service, without spaces',
    schema: z.string().regex(/^[!-~]+$/),
    missing: null,
  },
  PRESS_VOICE_MODEL: {
    expected: 'the name of a model, of at most 100 characters',
    schema: z.string().max(100),
    missing: 'gpt-4o-mini-tts',
  },
  PRESS_VOICE_AR: { ...voiceName, missing: 'alloy' },
  PRESS_VOICE_EN: { ...voiceName, missing: 'alloy' },
  PRESS_VOICE_REQUEST_CHARACTERS: {
    expected: 'a whole number from 200 to 100000',
    schema: wholeNumber(200, 100_000),
    missing: '2000',
  },
  PRESS_VOICE_DAILY_CHARACTERS: {
    expected: 'a whole number from 0 to 100000000',
    schema: wholeNumber(0, 100_000_000),
    missing: '100000',
  },
} as const

function toVoice(value: string): VoiceProvider | 'off' | null {
  if (value === 'off') return 'off'
  const [word, program, ...parameters] = toWords(value)
  if (word === 'command') return program ? { kind: 'command', program, parameters } : null
  const url = toService(value)
  return url === null ? null : { kind: 'service', url }
}

/* The words of a command line; quotes hold a word with spaces together. No shell reads it. */
function toWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  )
}
