import { open } from 'node:fs/promises'
import { encodeMp3 } from '#domain/media/audio/encoding/encode-mp3.ts'
import { voiceOf } from '#domain/media/audio/voices/offered-voices.ts'
import type { SpeakingWork } from './make-next.ts'

/** Speaks a text into a file. Half a file is left behind when it fails. */
export async function speakToFile(
  { blocks, locale, voice }: SpeakingWork,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const speaker = voiceOf(voice)
  if (!speaker) throw new Error('The settings name no provider of a voice')
  const file = await open(path, 'w')
  try {
    for await (const bytes of encodeMp3(speaker.speak(blocks, locale, signal))) await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
