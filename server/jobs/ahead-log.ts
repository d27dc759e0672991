import type { AheadProgress } from '#domain/media/ahead/make-ahead.ts'
import { log } from '#server/log.ts'
import { picturesLeft } from '#server/metrics/pictures.ts'

const EVERY_MS = 60_000
const EXAMPLES = 5

/** Tells the log and the metrics how far the pictures that are made ahead are. */
export class AheadLog {
  private toldAt: number | null = null
  private faults = 0

  note = (progress: AheadProgress): void => {
    picturesLeft.value = progress.left
    if (progress.left === 0 && this.toldAt === null) return
    const now = performance.now()
    if (this.toldAt !== null && now - this.toldAt < EVERY_MS) return
    log.info(
      progress,
      this.toldAt === null ? 'Making sizes of pictures ahead' : 'Still making sizes of pictures',
    )
    this.toldAt = now
  }

  end = (progress: AheadProgress): void => {
    picturesLeft.value = 0
    if (this.toldAt !== null) log.info(progress, 'Sizes of pictures are ready')
    this.toldAt = null
  }

  /* A library of damaged pictures must not fill the log. */
  fault = (fileName: string, error: unknown): void => {
    if (this.faults++ < EXAMPLES) log.warn({ err: error, fileName }, 'A size of a picture could not be made')
  }
}
