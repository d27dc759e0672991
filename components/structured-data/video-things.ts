import type { BlockNode, Video } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'
import { videoAddress } from '#components/body/video-address.ts'
import { largestUrl } from '#components/story/picture-sources.ts'
import type { Article } from '#db/shapes.ts'
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
    const { media, url, poster, title } = node.attrs
    const file = media === null ? undefined : article.videos.get(media)
    const player = url === null ? null : videoAddress(url, article.locale).player
    const picture = (poster === null ? undefined : article.pictures.get(poster)) ?? article.lead
    if (!picture || (!file && !player)) return []
    return {
      '@type': 'VideoObject',
      '@id': `${articleUrl}#video-${index + 1}`,
      name: title || article.headline,
      description: textOf(node) || article.standfirst || undefined,
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

function videosIn(blocks: readonly BlockNode[]): Video[] {
  return blocks.flatMap(block => {
    if (block.type === 'video') return [block]
    return block.type === 'blockquote' ? videosIn(block.content) : []
  })
}
