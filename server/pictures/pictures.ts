import { type ShareImage, shareImage } from '#domain/distribution/share-images/share-image.ts'
import { parseRenditionName } from '#domain/media/pictures/rendition-name.ts'
import { type Rendition, storedRendition } from '#domain/media/pictures/renditions.ts'
import { countPicture } from '#server/metrics/pictures.ts'
import type { Encoder } from './encoder.ts'
import { PictureQueue, type PictureQueueLimits } from './picture-queue.ts'

const LIMITS = {
  atOnce: 2,
  maxWaiting: 1024,
  maxWaitingOfClient: 128,
  maxWaitMs: 30_000,
  /* The pictures of some ten pages that nobody has seen yet. */
  promptMs: 15_000,
  countedMs: 600_000,
}

/** Files of pictures that are made when they are first asked for, or ahead. */
export class Pictures {
  private readonly queue: PictureQueue

  constructor(
    private readonly dataDir: string,
    private readonly encoder: Encoder,
    limits: Pick<PictureQueueLimits, 'restMs'> & Partial<PictureQueueLimits>,
  ) {
    this.queue = new PictureQueue({ ...LIMITS, ...limits })
  }

  /** Requests of readers that wait for a file. */
  get waiting(): number {
    return this.queue.waitingNow
  }

  /**
   * A size of a picture; null when there is no such picture or size.
   * @throws ExpectedError `media.queueFull` when too many others wait
   */
  async rendition(fileName: string, client: string): Promise<Rendition | null> {
    if (!parseRenditionName(fileName)) return null
    const stored = await storedRendition(this.dataDir, fileName)
    if (stored) return stored
    return this.queue.run(fileName, client, async () => {
      const made = await this.encoder.run('rendition', { fileName })
      if (made) countPicture('asked')
      return made
    })
  }

  /**
   * A share image; null for an unknown name.
   * @throws ExpectedError `media.queueFull` when too many others wait
   */
  shareImage(fileName: string, client: string): Promise<ShareImage | null> {
    return shareImage(fileName, this.dataDir, drawing =>
      this.queue.run(fileName, client, () => this.encoder.run('share', drawing)),
    )
  }

  /** Makes a size of a picture while nobody asks for one; false when there is no such picture or size. */
  async ahead(fileName: string): Promise<boolean> {
    const made = await this.queue.runAhead(fileName, () => this.encoder.run('rendition', { fileName }))
    if (made) countPicture('ahead')
    return made !== null
  }

  /** Those of the renditions that were not made yet. */
  missing(fileNames: string[]): Promise<string[]> {
    return this.encoder.run('missing', { fileNames })
  }
}
