import type { SpokenPart, VoiceKind } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'

/** A stored sound. */
export type Sound = { src: string; seconds: number; by: 'recording' | VoiceKind }

/** One story of a list, as the player needs it. */
export type SoundItem = {
  story: number
  part: SpokenPart
  headline: string
  /** The path of the story. */
  href: string
  /** A small picture. */
  picture: string | null
  /** A sound that is better than any voice of a browser: a recording, or a provider's. */
  audio: Sound | null
  /** The voices that can be asked for this one, the best first. */
  voices: VoiceKind[]
  /** The text for the browser's own voice, in pieces that it can say without being cut off. */
  pieces: { text: string; locale: Locale; pauseMs: number }[]
}

/** A list for the player. */
export type SoundList = {
  locale: Locale
  kind: 'article' | 'headlines'
  site: string
  title: string
  /** The inside of the player's dock. */
  dock: string
  items: SoundItem[]
}
