import { describe, expect, it } from 'vitest'
import { videoAddress } from './video-address.ts'

const player = (url: string) => videoAddress(url, 'ar').player

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
    expect(videoAddress('https://www.example.org/clip/3', 'en')).toEqual({
      site: 'example.org',
      player: null,
    })
    expect(player('https://www.youtube.com/@channel')).toBeNull()
    expect(player('https://vimeo.com/about')).toBeNull()
  })
})
