import type { Article } from '#db/shapes.ts'
import { isForProvider, PROVIDER_MAX_AGE_MS } from '#domain/media/audio/making/provider-limits.ts'
import { textHash } from '#domain/media/audio/recordings/text-hash.ts'
import { offeredVoices } from '#domain/media/audio/voices/offered-voices.ts'

/** The offer of a page to be listened to, without its addresses. */
export type SoundOffer = {
  /** `browser`: only a voice of the reader's own browser can read it, if there is one. */
  voice: 'server' | 'browser'
  isAutomated: boolean
  /** The recording was made before the last change of the text. */
  isOlderThanText: boolean
}

type Offered = {
  offer: SoundOffer | null
  /** The offer changes by itself at this moment. */
  until: Date | null
}

type Told = Pick<Article, 'publishedAt' | 'recording' | 'headline' | 'standfirst' | 'body'>

/** The offer of an article's page; none while listening is switched off. */
export async function articleOffer(article: Told, now = new Date()): Promise<Offered> {
  const { isOff, hasProvider, hasBuiltIn } = await offeredVoices()
  if (isOff) return { offer: null, until: null }
  const { publishedAt, recording } = article
  if (recording) {
    const isOlderThanText = recording.textHash !== textHash(article)
    return { offer: { voice: 'server', isAutomated: false, isOlderThanText }, until: null }
  }
  const isProvided = hasProvider && isForProvider(publishedAt, now)
  const isChanging = isProvided && !hasBuiltIn
  return {
    offer: automated(isProvided || hasBuiltIn),
    until: isChanging ? new Date(publishedAt.getTime() + PROVIDER_MAX_AGE_MS) : null,
  }
}

/** The offer of the headlines. */
export async function headlinesOffer(): Promise<SoundOffer | null> {
  const { isOff, hasProvider, hasBuiltIn } = await offeredVoices()
  return isOff ? null : automated(hasProvider || hasBuiltIn)
}

const automated = (isByServer: boolean): SoundOffer => ({
  voice: isByServer ? 'server' : 'browser',
  isAutomated: true,
  isOlderThanText: false,
})
