import type { ReactNode } from 'react'
import type { Video } from '#body/body.ts'
import { playerAddress } from '#body/player-address.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { PlayIcon } from '#components/icons/PlayIcon.tsx'
import { StarIcon } from '#components/icons/StarIcon.tsx'
import { Picture } from '#components/story/Picture.tsx'
import { largestUrl } from '#components/story/picture-sources.ts'
import type { Picture as PictureData, VideoFile } from '#db/shapes.ts'
import type { BodyContext } from './body-context.ts'
import { renderInlines } from './render-inlines.tsx'
import { siteNameOf } from './site-name.tsx'

const SIZES = '(min-width: 42em) 39rem, calc(100vw - 2rem)'

export function renderVideo(node: Video, key: string, context: BodyContext): ReactNode {
  const { media, url, poster } = node.attrs
  const file = media === null ? undefined : context.videos.get(media)
  const picture = poster === null ? undefined : context.pictures.get(poster)
  const caption = node.content?.length
    ? renderInlines(node.content, context)
    : isolated(node.attrs.title, context.direction)
  if (!file && !url) return caption ? <p key={key}>{caption}</p> : null
  return (
    <figure key={key} className="film">
      {file ? renderFile(node, file, picture, context) : renderPage(node, url ?? '', picture, context)}
      {caption && <figcaption className="film-caption">{caption}</figcaption>}
    </figure>
  )
}

/* Browsers load nothing of the file before somebody plays it. */
function renderFile(
  node: Video,
  file: VideoFile,
  poster: PictureData | undefined,
  context: BodyContext,
): ReactNode {
  const address = `/media/${file.name}.${file.extension}`
  return (
    // biome-ignore lint/a11y/useMediaCaption: a newsroom's own clip has none until it uploads some.
    <video
      className="film-player"
      controls
      playsInline
      preload="none"
      width={file.width}
      height={file.height}
      poster={poster && largestUrl(poster)}
      aria-label={node.attrs.title || context.t('video')}
    >
      <source src={address} type={file.mime} />
      <a href={address}>{context.t('downloadVideo')}</a>
    </video>
  )
}

/* A link to the video's own page. Where its player is known, enhance/ puts it here after a click. */
function renderPage(
  node: Video,
  url: string,
  poster: PictureData | undefined,
  context: BodyContext,
): ReactNode {
  const { site, player, shape } = playerAddress(url, context.locale)
  return (
    <video-embed>
      <a
        className="film-card"
        href={url}
        rel="noopener"
        data-embed={shape === 'film' ? (player ?? undefined) : undefined}
        data-title={node.attrs.title || context.t('video')}
      >
        {poster ? (
          <Picture picture={poster} sizes={SIZES} ratio="wide" alt="" />
        ) : (
          <span className="film-blank">
            <StarIcon className="film-star" />
          </span>
        )}
        <span className="film-tag">
          <PlayIcon />
          <span>{context.t.rich('watchAt', { site: () => siteNameOf(site) })}</span>
        </span>
      </a>
    </video-embed>
  )
}
