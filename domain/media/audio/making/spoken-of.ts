import { createHash } from 'node:crypto'
import type { ToldArticle, ToldHeadline } from '#db/queries/audio/told-articles.ts'
import type { SpokenPart, VoiceKind } from '#db/schema/tables.ts'
import { plainTextOf } from '#domain/media/audio/spoken-text/plain-text.ts'
import { spokenArticle, spokenHeadline } from '#domain/media/audio/spoken-text/spoken-article.ts'
import type { SpokenBlock } from '#domain/media/audio/spoken-text/spoken-block.ts'
import { voiceOf } from '#domain/media/audio/voices/offered-voices.ts'

export type SpokenText = { blocks: SpokenBlock[]; characters: number }

/** The text of a part of an article, as a voice says it. */
export function textOf(part: 'article', article: ToldArticle): SpokenText
export function textOf(part: 'headline', article: ToldHeadline): SpokenText
export function textOf(part: SpokenPart, article: ToldArticle): SpokenText
export function textOf(part: SpokenPart, article: ToldArticle | ToldHeadline): SpokenText {
  const blocks = part === 'article' ? spokenArticle(article as ToldArticle) : spokenHeadline(article)
  return { blocks, characters: plainTextOf(blocks).length }
}

/** Names what a voice says of a text: the same text in the same voice always has the same name. */
export function versionOf({ blocks }: SpokenText, voice: VoiceKind): string {
  const signature = voiceOf(voice)?.signature ?? ''
  return createHash('sha256')
    .update(JSON.stringify([signature, blocks]))
    .digest('hex')
    .slice(0, 20)
}
