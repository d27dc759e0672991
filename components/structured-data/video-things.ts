import type { BlockNode, DetailsSummary, Embed, InfoBoxHeading, Video } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'
import { playerAddress } from '#body/player-address.ts'
import { largestUrl } from '#components/story/picture-sources.ts'
import type { Article } from '#db/shapes.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import type { Thing } from './graph.ts'

type ArticleWithVideos = Pick<
  Article,
  'locale' | 'headline' | 'standfirst' | 'body' | 'pictures' | 'videos' | 'lead' | 'publishedAt'
>

/**
 * The videos of an article. One without a picture, or without either a file or a player, is left out: search engines
 * do not accept it as a video.
 */
export function videoThings(article: ArticleWithVideos, articleUrl: string, siteUrl: string): Thing[] {
  return videosIn(article.body.content).flatMap((node, index) => {
    const { url, poster, title } = node.attrs
    const media = node.type === 'video' ? node.attrs.media : null
    const file = media === null ? undefined : article.videos.get(media)
    const player = url === null ? null : filmPlayer(url, article.locale)
    const picture = (poster === null ? undefined : article.pictures.get(poster)) ?? article.lead
    if (!picture || (!file && !player)) return []
    return {
      '@type': 'VideoObject',
      '@id': `${articleUrl}#video-${index + 1}`,
      name: isolatedText(title || article.headline, article.locale),
      description: isolatedText(textOf(node) || article.standfirst, article.locale) || undefined,
      thumbnailUrl: siteUrl + largestUrl(picture),
      uploadDate: article.publishedAt.toISOString(),
      inLanguage: article.locale,
      duration: file?.seconds ? `PT${Math.round(file.seconds)}S` : undefined,
      contentUrl: file ? `${siteUrl}/media/${file.name}.${file.extension}` : undefined,
      embedUrl: player ? withoutAutoplay(player) : undefined,
    }
  })
}

/* A player that another site embeds must not start by itself. */
function withoutAutoplay(player: string): string {
  const url = new URL(player)
  url.searchParams.delete('autoplay')
  return url.href
}

function filmPlayer(url: string, lang: string): string | null {
  const { player, shape } = playerAddress(url, lang)
  return shape === 'film' ? player : null
}

/* An embed counts where it is a film. */
function videosIn(blocks: readonly (BlockNode | InfoBoxHeading | DetailsSummary)[]): (Video | Embed)[] {
  return blocks.flatMap(block => {
    if (block.type === 'video' || block.type === 'embed') return [block]
    const holdsBlocks = block.type === 'blockquote' || block.type === 'infoBox' || block.type === 'details'
    return holdsBlocks ? videosIn(block.content) : []
  })
}
