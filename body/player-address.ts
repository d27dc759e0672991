import { visitNodes } from './body.ts'

/** The shape of a player: 16 by 9, a post with its own scrolling, 9 by 16, or a bar. */
type PlayerShape = 'film' | 'post' | 'tall' | 'sound'

export type PlayerAddress = {
  /** Name of the site as the language writes it; its host where it has no name here. */
  site: string
  /** Address of its player; null for a site or a page without a known player. */
  player: string | null
  shape: PlayerShape | null
}

type Provider = {
  /** Its own spelling, and the one that Arabic newspapers use. */
  site: { en: string; ar: string }
  /** Without `www.`, `m.` and `music.`. */
  hosts: string[]
  /** Origin of its player, for the Content-Security-Policy. */
  origin?: string
  player?: (page: URL, lang: string, host: string) => { path: string; shape: PlayerShape } | null
}

/* Telegram has a name here but no player: its posts stay links, as do all pages that a provider's player cannot show. */
const PROVIDERS: Provider[] = [
  {
    site: { en: 'YouTube', ar: 'يوتيوب' },
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    origin: 'https://www.youtube-nocookie.com',
    player: youTube,
  },
  {
    site: { en: 'Vimeo', ar: 'فيميو' },
    hosts: ['vimeo.com', 'player.vimeo.com'],
    origin: 'https://player.vimeo.com',
    player: vimeo,
  },
  {
    site: { en: 'X', ar: 'إكس' },
    hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'],
    origin: 'https://platform.twitter.com',
    player: (page, lang) => {
      const id = /^\/[^/]+\/status(?:es)?\/(\d+)/.exec(page.pathname)?.[1]
      return id ? { path: `/embed/Tweet.html?id=${id}&dnt=true&lang=${lang}`, shape: 'post' } : null
    },
  },
  {
    site: { en: 'Instagram', ar: 'إنستغرام' },
    hosts: ['instagram.com'],
    origin: 'https://www.instagram.com',
    player: page => {
      const [, kind, id] = /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)/.exec(page.pathname) ?? []
      return id ? { path: `/${kind}/${id}/embed/captioned/`, shape: 'post' } : null
    },
  },
  {
    site: { en: 'Facebook', ar: 'فيسبوك' },
    hosts: ['facebook.com', 'fb.watch'],
    origin: 'https://www.facebook.com',
    player: (page, _lang, host) => {
      if (page.pathname === '/') return null
      const isFilm = host === 'fb.watch' || /^\/(watch|reel)\b|\/videos\//.test(page.pathname)
      const href = encodeURIComponent(page.href)
      return isFilm
        ? { path: `/plugins/video.php?href=${href}&show_text=false`, shape: 'film' }
        : { path: `/plugins/post.php?href=${href}&show_text=true`, shape: 'post' }
    },
  },
  {
    site: { en: 'TikTok', ar: 'تيك توك' },
    hosts: ['tiktok.com'],
    origin: 'https://www.tiktok.com',
    player: page => {
      const id = /^\/@[^/]+\/video\/(\d+)/.exec(page.pathname)?.[1]
      return id ? { path: `/player/v1/${id}?autoplay=1&rel=0`, shape: 'tall' } : null
    },
  },
  {
    site: { en: 'SoundCloud', ar: 'ساوند كلاود' },
    hosts: ['soundcloud.com'],
    origin: 'https://w.soundcloud.com',
    player: page => {
      if (!/^\/[\w-]+\/[\w-]+/.test(page.pathname)) return null
      const url = encodeURIComponent(page.href)
      return { path: `/player/?url=${url}&auto_play=true&show_teaser=false`, shape: 'sound' }
    },
  },
  {
    site: { en: 'Spotify', ar: 'سبوتيفاي' },
    hosts: ['open.spotify.com'],
    origin: 'https://open.spotify.com',
    player: page => {
      const match = /^\/(?:intl-[\w-]+\/)?(track|album|playlist|episode|show|artist)\/(\w+)/.exec(
        page.pathname,
      )
      return match ? { path: `/embed/${match[1]}/${match[2]}`, shape: 'sound' } : null
    },
  },
  { site: { en: 'Telegram', ar: 'تيليغرام' }, hosts: ['t.me', 'telegram.me'] },
]

/** Origins of the players of films. Every page may frame these, and nothing else. */
export const FILM_ORIGINS: readonly string[] = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
]

/** Origins of the players that a body offers beside those of films: a page with this body may frame them too. */
export function frameOrigins(body: Parameters<typeof visitNodes>[0]): string[] {
  const origins = new Set<string>()
  visitNodes(body, ({ type, attrs }) => {
    if ((type !== 'embed' && type !== 'video') || typeof attrs?.url !== 'string') return
    const { player } = playerAddress(attrs.url, 'en')
    if (player !== null) origins.add(new URL(player).origin)
  })
  return [...origins].filter(origin => !FILM_ORIGINS.includes(origin))
}

/**
 * Finds the site and the player of a page elsewhere. Players start by themselves, because they load only after a click.
 * @param lang language of the player's controls and of the site's name
 */
export function playerAddress(url: string, lang: string): PlayerAddress {
  const page = new URL(url)
  const host = page.hostname.replace(/^(www|m|music)\./, '')
  const provider = PROVIDERS.find(({ hosts }) => hosts.includes(host))
  const found = provider?.player?.(page, lang, host)
  return {
    site: provider?.site[lang === 'ar' ? 'ar' : 'en'] ?? host,
    player: provider?.origin && found ? provider.origin + found.path : null,
    shape: found?.shape ?? null,
  }
}

function youTube(page: URL, lang: string, host: string): ReturnType<NonNullable<Provider['player']>> {
  const [first = '', second = ''] = page.pathname.split('/').slice(1)
  const isNamedByPath = ['embed', 'shorts', 'live', 'v'].includes(first)
  const id = host === 'youtu.be' ? first : isNamedByPath ? second : page.searchParams.get('v')
  if (!id || !/^[\w-]{6,20}$/.test(id)) return null
  const start = secondsOf(page.searchParams.get('start') ?? page.searchParams.get('t'))
  const options = new URLSearchParams({ autoplay: '1', hl: lang, rel: '0' })
  if (start > 0) options.set('start', String(start))
  return { path: `/embed/${id}?${options}`, shape: 'film' }
}

function vimeo(page: URL): ReturnType<NonNullable<Provider['player']>> {
  const match = /^(?:\/video|\/channels\/[^/]+)?\/(\d+)(?:\/([0-9a-f]+))?\/?$/.exec(page.pathname)
  if (!match?.[1]) return null
  const options = new URLSearchParams({ autoplay: '1', dnt: '1' })
  /* An unlisted video plays only with this key. */
  const key = match[2] ?? page.searchParams.get('h')
  if (key && /^[0-9a-f]+$/.test(key)) options.set('h', key)
  return { path: `/video/${match[1]}?${options}`, shape: 'film' }
}

/** Reads `90`, `90s` and `1m30s` alike. */
function secondsOf(text: string | null): number {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text ?? '')
  if (!match) return 0
  const [hours, minutes, seconds] = match.slice(1).map(part => Number(part ?? 0)) as [number, number, number]
  return hours * 3600 + minutes * 60 + seconds
}
