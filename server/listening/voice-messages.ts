/* Messages between the portal and the process that speaks. */
import type { SpeakingWork } from '#domain/media/audio/making/make-next.ts'

/** To the process: the one piece of work that it does. */
export type ToVoice = SpeakingWork & {
  /** The file for the sound. */
  path: string
}

/** From it: nothing more when all is well, or the fault. */
export type FromVoice = { fault: { message: string } | null }
