import fs from 'node:fs/promises'
import path from 'node:path'
import { isMediaName } from '../domain/media/media-name'
import { warmRenditions } from '../domain/media/renditions'
import { log } from './log'

/** Makes, in the background, the renditions that no reader has asked for yet. Stops when the signal says so. */
export async function warmPictures(dataDir: string, signal: AbortSignal): Promise<void> {
  try {
    const files = await fs.readdir(path.join(dataDir, 'media', 'originals')).catch(() => [])
    const names = files.map(file => path.parse(file).name).filter(isMediaName)
    const made = await warmRenditions(dataDir, names, { signal })
    log.info({ made }, 'Pictures are ready')
  } catch (error) {
    /* Each is made when it is asked for, at the latest. */
    log.warn({ err: error }, 'Preparing pictures ahead was given up')
  }
}
