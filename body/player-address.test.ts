import { describe, expect, it } from 'vitest'
import { FILM_ORIGINS, frameOrigins, playerAddress } from './player-address.ts'

const player = (url: string) => playerAddress(url, 'ar').player

describe('videos elsewhere', () => {
  it('are known by every kind of address that YouTube gives out', () => {
    const expected = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&hl=ar&rel=0'
    expect(player('https://www.youtube.com/watch?v=dQw4w9WgXcQ')).toBe(expected)
    expect(player('https://youtu.be/dQw4w9WgXcQ?si=abc')).toBe(expected)
    expect(player('https://m.youtube.com/shorts/dQw4w9WgXcQ')).toBe(expected)
    expect(player('https://www.youtube.com/embed/dQw4w9WgXcQ')).toBe(expected)
    expect(player('https://youtu.be/dQw4w9WgXcQ?t=1m30s')).toBe(`${expected}&start=90`)
  })

  it('are known on Vimeo, unlisted ones with their key', () => {
    expect(player('https://vimeo.com/76979871')).toBe(
      'https://player.vimeo.com/video/76979871?autoplay=1&dnt=1',
    )
    expect(player('https://vimeo.com/76979871/8272103f6e')).toContain('&h=8272103f6e')
  })

  it('stay links where there is no player that we know', () => {
    expect(playerAddress('https://www.example.org/clip/3', 'en')).toEqual({
      site: 'example.org',
      player: null,
      shape: null,
    })
    expect(player('https://www.youtube.com/@channel')).toBeNull()
    expect(player('https://vimeo.com/about')).toBeNull()
  })
})

describe('posts and sounds elsewhere', () => {
  it.each([
    [
      'https://x.com/desk/status/17890',
      'إكس',
      'https://platform.twitter.com/embed/Tweet.html?id=17890',
      'post',
    ],
    ['https://twitter.com/desk/status/17890?s=20', 'إكس', 'https://platform.twitter.com/', 'post'],
    [
      'https://www.instagram.com/reel/C0d_e-1/',
      'إنستغرام',
      'https://www.instagram.com/reel/C0d_e-1/embed/',
      'post',
    ],
    [
      'https://www.facebook.com/desk/posts/17',
      'فيسبوك',
      'https://www.facebook.com/plugins/post.php?href=',
      'post',
    ],
    ['https://www.facebook.com/watch/?v=17', 'فيسبوك', 'https://www.facebook.com/plugins/video.php?', 'film'],
    ['https://www.tiktok.com/@desk/video/7351', 'تيك توك', 'https://www.tiktok.com/player/v1/7351', 'tall'],
    [
      'https://soundcloud.com/desk/talk',
      'ساوند كلاود',
      'https://w.soundcloud.com/player/?url=https%3A',
      'sound',
    ],
    [
      'https://open.spotify.com/intl-ar/episode/4rOo',
      'سبوتيفاي',
      'https://open.spotify.com/embed/episode/4rOo',
      'sound',
    ],
  ])('%s has a player', (url, site, start, shape) => {
    const known = playerAddress(url, 'ar')
    expect(known).toMatchObject({ site, shape })
    expect(known.player?.startsWith(start), known.player ?? '').toBe(true)
    const { origin } = new URL(known.player ?? '')
    const embed = { type: 'embed', attrs: { url, title: '' } }
    expect([...FILM_ORIGINS, ...frameOrigins({ type: 'doc', content: [embed] })]).toContain(origin)
  })

  it('are framed on the pages that have them, and films on every page', () => {
    const embed = (url: string) => ({ type: 'embed', attrs: { url, title: '' } })
    const box = { type: 'infoBox', content: [embed('https://x.com/desk/status/17')] }
    expect(frameOrigins({ type: 'doc', content: [] })).toEqual([])
    expect(frameOrigins({ type: 'doc', content: [embed('https://youtu.be/dQw4w9WgXcQ')] })).toEqual([])
    expect(frameOrigins({ type: 'doc', content: [box, embed('https://t.me/desk/17')] })).toEqual([
      'https://platform.twitter.com',
    ])
  })

  it('stay links where nothing can show them, under the name of the site', () => {
    expect(playerAddress('https://t.me/desk/17', 'ar')).toEqual({
      site: 'تيليغرام',
      player: null,
      shape: null,
    })
    for (const url of ['https://x.com/desk', 'https://open.spotify.com/', 'https://www.tiktok.com/@desk']) {
      expect(playerAddress(url, 'ar').player).toBeNull()
    }
  })

  it('cannot be led elsewhere by their address', () => {
    const player = playerAddress(
      'https://www.facebook.com/a/posts/1?x=&show_text=false#"><script>',
      'ar',
    ).player
    expect(new URL(player ?? '').searchParams.get('show_text')).toBe('true')
    expect(playerAddress('https://x.com.example.org/desk/status/17', 'ar').site).toBe('x.com.example.org')
  })
})
