import type { ReactNode } from 'react'
import type { Audio, FileBlock } from '#body/body.ts'
import { playerAddress } from '#body/player-address.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Attachment } from '#db/shapes.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { playingTime } from '#i18n/playing-time.ts'
import type { BodyContext } from './body-context.ts'
import { renderInlines } from './render-inlines.tsx'
import { siteNameOf } from './site-name.tsx'

/** A recording. One of ours plays here, by the browser's own controls, and loads only then; one elsewhere is a link. */
export function renderAudio(node: Audio, key: string, context: BodyContext): ReactNode {
  const { media, url, title } = node.attrs
  const file = media === null ? undefined : context.attachments.get(media)
  const seconds = node.attrs.seconds ?? file?.seconds ?? null
  const caption = node.content?.length ? renderInlines(node.content, context) : null
  if (!file && !url)
    return caption || title ? <p key={key}>{caption ?? isolated(title, context.direction)}</p> : null
  return (
    <figure key={key} className="audio">
      {(title || seconds !== null) && (
        <span className="media-title">
          {title && isolated(title, context.direction)}{' '}
          {seconds !== null && (
            <time className="media-facts" dateTime={`PT${seconds}S`} dir="ltr">
              {playingTime(seconds)}
            </time>
          )}
        </span>
      )}
      {file ? renderPlayer(file, title, context) : renderElsewhere(url ?? '', context)}
      {caption && <figcaption className="media-caption">{caption}</figcaption>}
    </figure>
  )
}

/* The controls show time, which runs from left to right in every language. */
function renderPlayer(file: Attachment, title: string, { t }: BodyContext): ReactNode {
  const address = addressOf(file)
  return (
    // biome-ignore lint/a11y/useMediaCaption: a newsroom's own recording has no captions.
    <audio controls preload="none" dir="ltr" aria-label={title || t('audio')}>
      <source src={address} type={file.mime} />
      <a href={address}>{t('downloadAudio')}</a>
    </audio>
  )
}

function renderElsewhere(url: string, { t, locale }: BodyContext): ReactNode {
  const { site } = playerAddress(url, locale)
  return (
    <a href={url} rel="noopener">
      {t.rich('listenAt', { site: () => siteNameOf(site) })}
    </a>
  )
}

/** A file to download, with its kind and size. One that is missing leaves its title. */
export function renderFile(node: FileBlock, key: string, context: BodyContext): ReactNode {
  const { media, title } = node.attrs
  const file = media === null ? undefined : context.attachments.get(media)
  if (!file) return title ? <p key={key}>{isolated(title, context.direction)}</p> : null
  const name = title || file.sourceName || context.t('file')
  return (
    <p key={key} className="file">
      <a href={addressOf(file)} download={file.sourceName ?? `${file.name}.${file.extension}`}>
        {isolated(name, context.direction)}
      </a>{' '}
      <span className="media-facts">
        {context.t.rich('downloadFacts', {
          kind: () => <bdi dir="ltr">{file.extension.toUpperCase()}</bdi>,
          size: sizeOf(file.bytes, context),
        })}
      </span>
    </p>
  )
}

const addressOf = ({ name, extension }: Attachment) => `/media/${name}.${extension}`

const KILOBYTE = 1000
const MEGABYTE = 1_000_000

function sizeOf(bytes: number, { t, locale }: BodyContext): string {
  const isLarge = bytes >= MEGABYTE
  const count = isLarge ? Math.round(bytes / (MEGABYTE / 10)) / 10 : Math.max(1, Math.round(bytes / KILOBYTE))
  return t(isLarge ? 'megabytes' : 'kilobytes', { size: formatNumber(count, locale) })
}
