import { articleAnswer } from '#db/queries/article.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { mediaStore } from '#domain/media/files/media-store.ts'
import type { Locale } from '#i18n/locales.ts'
import { renderCover } from './render-cover.ts'
import { renderShareImage } from './render-share-image.ts'
import {
  articleCard,
  parseShareImageName,
  podcastCard,
  type ShareCard,
  type ShareSubject,
  sectionCard,
  shareImageName,
  shareImagePath,
  shareImageStem,
  siteCard,
} from './share-card.ts'
import { removeVersions, shareImageFile, storeShareImage } from './share-image-store.ts'

export type ShareImage =
  /** `file` is its name among the media. */
  | { state: 'there'; file: string; bytes: number }
  /** The page has changed since, and has a newer image. */
  | { state: 'moved'; address: string }
  | { state: 'gone' }

type Folders = { dataDir: string; fontsDir: string }

/** A share image that is to be rendered and stored. */
export type ShareDrawing = { card: ShareCard; stem: string; fileName: string }

/**
 * The file of a share image, rendered by `draw` on the first request. Only what a page shows now is rendered, so that
 * nobody can fill the disk with requests. Null for an unknown name.
 */
export async function shareImage(
  fileName: string,
  dataDir: string,
  draw: (drawing: ShareDrawing) => Promise<number>,
): Promise<ShareImage | null> {
  const asked = parseShareImageName(fileName)
  if (!asked) return null
  const card = await currentCard(asked.locale, asked.subject)
  const stem = shareImageStem(asked)
  const media = mediaStore(dataDir)
  if (card === 'gone') {
    await removeVersions(media, stem)
    return { state: 'gone' }
  }
  if (!card) return null
  if (shareImageName(card) !== fileName) return { state: 'moved', address: shareImagePath(card) }
  const file = shareImageFile(stem, fileName)
  const kept = await media.stat(file)
  if (kept) return { state: 'there', file, bytes: kept.bytes }
  return { state: 'there', file, bytes: await draw({ card, stem, fileName }) }
}

/** Renders a share image, stores it and gives its number of bytes. */
export async function drawShareImage(
  { card, stem, fileName }: ShareDrawing,
  { dataDir, fontsDir }: Folders,
): Promise<number> {
  const render = card.subject.kind === 'podcast' ? renderCover : renderShareImage
  const content = await render(card, dataDir, fontsDir)
  await storeShareImage(mediaStore(dataDir), stem, fileName, content)
  return content.length
}

async function currentCard(locale: Locale, subject: ShareSubject): Promise<ShareCard | 'gone' | null> {
  const frame = await siteFrame(locale)
  if (subject.kind === 'site') return siteCard(frame)
  if (subject.kind === 'podcast') return podcastCard(frame)
  if (subject.kind === 'section') {
    const section = frame.sections.find(each => each.id === subject.id)
    return section ? sectionCard(section, frame) : null
  }
  const found = await articleAnswer(locale, subject.id)
  if (found.state === 'published') return articleCard(found.article, frame)
  return found.state === 'withdrawn' ? 'gone' : null
}
