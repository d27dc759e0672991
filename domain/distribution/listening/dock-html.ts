import { textHtml } from '#domain/distribution/feeds/text-html.ts'
import { type Content, element, emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import { playingTime } from '#i18n/playing-time.ts'
import { translator } from '#i18n/translator.ts'
import type { SoundItem } from './sound-list.ts'

type Drawn = {
  /** The language of the page, and so of the dock's words. */
  page: Locale
  /** The language of the stories. */
  locale: Locale
  siteName: string
  title: string
  summary: string
  items: readonly SoundItem[]
}

const PLAY = 'M7 4.5v15l12-7.5z'
const PAUSE = 'M6.5 5h4v14h-4zM13.5 5h4v14h-4z'
const NEXT = 'M5 5v14l10-7zM16.5 5H19v14h-2.5z'
const LINES = 'M4 6h16M4 12h16M4 18h10'
const BARS = 'M5 10h3v9H5zM10.5 5h3v14h-3zM16 13h3v6h-3z'
/* The star of the nameplate. */
const STAR = 'M15.8 8l-7.8 7.8-7.8-7.8 7.8-7.8zM13.5 13.5l-11 0 0-11 11 0z'

/**
 * The inside of the player's dock, as HTML. It comes with the list that it plays, so that the script in the browser
 * carries no markup and no words. `data-act` names what a button does; the script fills the places that change.
 */
export function dockHtml({ page, locale, siteName, title, summary, items }: Drawn): string {
  const t = translator(page, 'listening')
  const { dir } = locales[page]
  const told = { lang: locale, dir: locales[locale].dir }
  const button = (act: string, name: string, content: Content, more: Record<string, string> = {}) =>
    element(
      'button',
      { type: 'button', 'data-act': act, class: `dock-${act}`, 'aria-label': name, ...more },
      content,
    )
  const back = () => button('back', t('player.back'), '−15', { disabled: '' })
  const forward = () => button('forward', t('player.forward'), '+15', { disabled: '' })
  const speed = () => button('speed', t('player.speed'), '1×')
  const rail = () => [
    element('time', { 'data-time': '' }, '0:00'),
    element(
      'span',
      { class: 'dock-rail' },
      emptyElement('input', {
        ...{ type: 'range', min: '0', max: '1', step: '1', value: '0', disabled: '' },
        'aria-label': t('player.position'),
      }),
    ),
    element('time', { 'data-length': '' }, '0:00'),
  ]
  const queue = element(
    'section',
    { class: 'dock-queue', 'aria-labelledby': 'dock-queue', hidden: '' },
    element(
      'header',
      {},
      element('h2', { id: 'dock-queue' }, title),
      element('p', {}, summary),
      element('button', { type: 'button', 'data-act': 'queue' }, t('player.closeQueue')),
    ),
    element('div', { class: 'dock-seek', dir: 'ltr' }, back(), rail(), forward(), speed()),
    element(
      'ol',
      { tabindex: '0', 'aria-labelledby': 'dock-queue' },
      items.map((item, index) =>
        row(
          item,
          index,
          locale,
          t('player.playFrom', { number: String(index + 1), headline: item.headline }),
        ),
      ),
    ),
  )
  const now = element(
    'div',
    { class: 'dock-now' },
    element('span', { class: 'dock-art' }, icon(STAR, 16), emptyElement('img', { alt: '', hidden: '' })),
    element(
      'div',
      { class: 'dock-title' },
      element(
        'p',
        {},
        element('b', {}, siteName),
        ' ',
        element('span', { 'data-kind': '', role: 'status' }, ''),
      ),
      element('a', told, ''),
    ),
  )
  const controls = element(
    'div',
    { class: 'dock-controls', dir: 'ltr' },
    ...[back(), button('play', t('player.play'), [icon(PLAY), icon(PAUSE)])],
    element('button', { type: 'button', 'data-act': 'retry', class: 'dock-retry', dir }, t('player.retry')),
    ...[forward(), button('next', t('player.next'), icon(NEXT))],
    element('div', { class: 'dock-timeline' }, rail()),
    speed(),
    element(
      'button',
      { type: 'button', 'data-act': 'queue', class: 'dock-list', dir, 'aria-expanded': 'false' },
      icon(LINES),
      element('span', {}, t('player.queue')),
    ),
  )
  const close = button('close', t('player.close'), '×')
  return markup(
    queue,
    element('div', { class: 'dock-line' }, ''),
    element('div', { class: 'dock-row' }, now, controls, close),
  ).text
}

function row(item: SoundItem, index: number, locale: Locale, name: string): Markup {
  const { audio, href, headline } = item
  return element(
    'li',
    {},
    element(
      'button',
      { type: 'button', 'data-index': String(index), 'aria-label': name },
      element('span', {}, String(index + 1)),
      icon(BARS),
    ),
    element(
      'a',
      { href, lang: locale, dir: locales[locale].dir },
      element('span', {}, textHtml(headline, locales[locale].dir)),
    ),
    audio && element('time', { dir: 'ltr' }, playingTime(Math.floor(audio.seconds))),
  )
}

function icon(path: string, size = 24): Markup {
  return element(
    'svg',
    { viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true' },
    element('path', { d: path }, ''),
  )
}
