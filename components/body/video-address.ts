export type VideoAddress = {
  /** The name of the site, as it writes itself. */
  site: string
  /** The address of its player; null for a site whose player we do not know. */
  player: string | null
}

/** What we know about a video's page elsewhere. `lang` is the language that the player shall speak. */
export function videoAddress(url: string, lang: string): VideoAddress {
  const page = new URL(url)
  const host = page.hostname.replace(/^(www|m|music)\./, '')
  if (host === 'youtu.be' || host === 'youtube.com' || host === 'youtube-nocookie.com') {
    return { site: 'YouTube', player: youTubePlayer(page, host, lang) }
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    return { site: 'Vimeo', player: vimeoPlayer(page) }
  }
  return { site: host, player: null }
}

function youTubePlayer(page: URL, host: string, lang: string): string | null {
  const [first = '', second = ''] = page.pathname.split('/').slice(1)
  const isNamedByPath = ['embed', 'shorts', 'live', 'v'].includes(first)
  const id = host === 'youtu.be' ? first : isNamedByPath ? second : page.searchParams.get('v')
  if (!id || !/^[\w-]{6,20}$/.test(id)) return null
  const start = secondsOf(page.searchParams.get('start') ?? page.searchParams.get('t'))
  const options = new URLSearchParams({ autoplay: '1', hl: lang, rel: '0' })
  if (start > 0) options.set('start', String(start))
  return `https://www.youtube-nocookie.com/embed/${id}?${options}`
}

function vimeoPlayer(page: URL): string | null {
  const match = /^(?:\/video|\/channels\/[^/]+)?\/(\d+)(?:\/([0-9a-f]+))?\/?$/.exec(page.pathname)
  if (!match?.[1]) return null
  const options = new URLSearchParams({ autoplay: '1', dnt: '1' })
  /* A video that is not listed answers only to whoever knows this key. */
  const key = match[2] ?? page.searchParams.get('h')
  if (key && /^[0-9a-f]+$/.test(key)) options.set('h', key)
  return `https://player.vimeo.com/video/${match[1]}?${options}`
}

/** `90`, `90s` and `1m30s` are the same moment. */
function secondsOf(text: string | null): number {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text ?? '')
  if (!match) return 0
  const [hours, minutes, seconds] = match.slice(1).map(part => Number(part ?? 0)) as [number, number, number]
  return hours * 3600 + minutes * 60 + seconds
}
