import type { VoiceKind } from '#db/schema/tables.ts'
import type { SpokenWav } from '#domain/media/audio/encoding/encode-mp3.ts'
import type { SpokenBlock } from '#domain/media/audio/spoken-text/spoken-block.ts'
import type { Locale } from '#i18n/locales.ts'

/** A machine that speaks. */
export type Voice = {
  kind: VoiceKind
  /** Changes when the same text would sound otherwise: another model, another name. */
  signature: string
  /**
   * Speaks a text, in one sound or several.
   * @throws ExpectedError of the families `voice` and `outside`, in words for an administrator
   */
  speak: (blocks: readonly SpokenBlock[], locale: Locale, signal: AbortSignal) => AsyncIterable<SpokenWav>
}
