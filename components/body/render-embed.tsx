import type { ReactNode } from 'react'
import type { Embed } from '#body/body.ts'
import { type PlayerAddress, playerAddress } from '#body/player-address.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { PlayIcon } from '#components/icons/PlayIcon.tsx'
import type { BodyContext } from './body-context.ts'
import { renderInlines } from './render-inlines.tsx'
import { renderVideo } from './render-video.tsx'
import { siteNameOf } from './site-name.tsx'

/**
 * A page elsewhere, as a link. Where its player is known, enhance/ puts it here after a click; nothing of it loads
 * before. A film looks like every other film.
 */
export function renderEmbed(node: Embed, key: string, context: BodyContext): ReactNode {
  const { url, title, poster } = node.attrs
  const address = playerAddress(url, context.locale)
  if (address.shape === 'film') {
    const { content } = node
    return renderVideo({ type: 'video', attrs: { media: null, url, poster, title }, content }, key, context)
  }
  return (
    <figure key={key} className="embed" data-shape={address.shape ?? undefined}>
      <video-embed>
        <a
          className="embed-card"
          href={url}
          rel="noopener"
          data-embed={address.player ?? ''}
          data-title={title || address.site}
        >
          {title && <span className="media-title">{isolated(title, context.direction)}</span>}
          <span className="embed-action">
            {address.shape === 'sound' && <PlayIcon />}
            <span>{invitation(address, context)}</span>
          </span>
        </a>
      </video-embed>
      {node.content?.length && (
        <figcaption className="media-caption">{renderInlines(node.content, context)}</figcaption>
      )}
    </figure>
  )
}

const INVITATIONS = { post: 'loadPostFrom', tall: 'watchAt', sound: 'listenAt', film: 'watchAt' } as const

function invitation({ site, shape, player }: PlayerAddress, { t }: BodyContext): ReactNode {
  const key = player && shape ? INVITATIONS[shape] : 'openAt'
  return t.rich(key, { site: () => siteNameOf(site) })
}
