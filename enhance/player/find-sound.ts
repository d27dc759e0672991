import type { Item, Sound, Voice } from './list.ts'

/** The source of an item's sound: a file, a voice of the browser, or nothing. */
export type Source = Sound | SpeechSynthesisVoice | null

/** The article was withdrawn. */
export class Gone extends Error {}

const ASK_AGAIN_MS = 1_000
const OFTEN = 120
const VOICES_MS = 700

const found = new WeakMap<Item, Promise<Source>>()

/**
 * Finds the best sound of an item, once: a recording or a provider's voice, then the browser's own voice for that
 * language, then the built-in one. A reader never hears Arabic from an English voice.
 */
export function findSound(item: Item, locale: string): Promise<Source> {
  const known = found.get(item)
  if (known) return known
  const source = search(item, locale)
  found.set(item, source)
  source.catch(() => found.delete(item))
  return source
}

async function search(item: Item, locale: string): Promise<Source> {
  return (
    item.audio ??
    (await askFor(item, locale, 'provider')) ??
    (await browserVoice(locale)) ??
    (await askFor(item, locale, 'built-in'))
  )
}

async function askFor({ story, part, voices }: Item, locale: string, voice: Voice): Promise<Sound | null> {
  for (let time = 0; voices.includes(voice) && time < OFTEN; time++) {
    const address = `/listen/${locale}/${story}?part=${part}&voice=${voice}`
    const response = await fetch(address, { method: 'POST' })
    const { status } = response
    if (status === 200) return response.json()
    if (status === 410 || status === 404) throw new Gone()
    if (status !== 202) break
    await later(ASK_AGAIN_MS)
  }
  return null
}

/* Its list may come late, or never. */
async function browserVoice(locale: string): Promise<SpeechSynthesisVoice | null> {
  const synthesis = globalThis.speechSynthesis
  if (!synthesis) return null
  for (let waitedMs = 0; synthesis.getVoices().length === 0 && waitedMs < VOICES_MS; waitedMs += 100)
    await later(100)
  const voices = synthesis.getVoices().filter(({ lang }) => lang.startsWith(locale))
  return voices.find(({ name }) => /natural|online|premium|enhanced/i.test(name)) ?? voices[0] ?? null
}

const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
