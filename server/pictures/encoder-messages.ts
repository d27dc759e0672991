import type { PictureFolders, PictureWork, WorkKind } from './picture-work.ts'

/** The first message to the process that encodes pictures. */
export type EncoderSettings = PictureFolders & {
  /** Its priority as the operating system counts: 0 is usual, 19 the lowest. */
  niceness: number
}

/** The variable of the environment in which it finds them. */
export const ENCODER_SETTINGS = 'PRESS_ENCODER'

export type ToEncoder = { number: number; kind: WorkKind; work: PictureWork[WorkKind] }

export type FromEncoder = {
  number: number
  /** Resident memory of the process after the work. */
  bytes: number
} & ({ outcome: unknown } | { fault: { message: string; code?: string } })
