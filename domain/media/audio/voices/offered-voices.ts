import { readFact } from '#db/queries/facts.ts'
import type { VoiceKind } from '#db/schema/tables.ts'
import { DEMONSTRATION_FACT } from '#domain/transfer/demonstration/demonstration-fact.ts'
import { type Settings, settings } from '#settings/settings.ts'
import { builtInVoice } from './built-in-voice.ts'
import { commandVoice } from './command-voice.ts'
import { serviceVoice } from './service-voice.ts'
import type { Voice } from './voice.ts'

/** The voices of this portal. */
export type OfferedVoices = {
  /** Nothing can be listened to at all. */
  isOff: boolean
  hasProvider: boolean
  hasBuiltIn: boolean
}

/** The voices that the settings offer. The built-in one speaks unasked in the demonstration newsroom alone: it is plain. */
export async function offeredVoices(): Promise<OfferedVoices> {
  const { voice, builtInVoice: given } = settings()
  if (voice === 'off') return { isOff: true, hasProvider: false, hasBuiltIn: false }
  const hasBuiltIn = given ?? (await readFact(DEMONSTRATION_FACT)) !== null
  return { isOff: false, hasProvider: voice !== null, hasBuiltIn }
}

/** The address of the program that speaks where espeak-ng is not installed. */
let espeakProgram = ''

/** Says where the bundle of espeak-program.ts lies; a process that speaks calls it at its start. */
export function setEspeakProgram(file: string): void {
  espeakProgram = file
}

/** A voice by its kind; null when the settings name no provider. */
export function voiceOf(kind: VoiceKind, config: Settings = settings()): Voice | null {
  if (kind === 'built-in') return builtInVoice(espeakProgram)
  const { voice } = config
  if (voice === null || voice === 'off') return null
  if (voice.kind === 'command') return commandVoice(voice)
  return serviceVoice({
    url: voice.url,
    key: config.voiceKey,
    model: config.voiceModel,
    names: config.voiceNames,
    mostCharacters: config.voiceRequestCharacters,
    siteUrl: config.siteUrl,
  })
}
