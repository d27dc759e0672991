/* The list that the server gives for an article or for the headlines. */

export type Voice = 'provider' | 'built-in'
export type Sound = { src: string; seconds: number; by: 'recording' | Voice }
export type Piece = { text: string; locale: string; pauseMs: number }

export type Item = {
  story: number
  part: 'article' | 'headline'
  headline: string
  href: string
  picture: string | null
  audio: Sound | null
  voices: Voice[]
  pieces: Piece[]
  /** Withdrawn since the list was made. */
  isGone?: boolean
}

export type List = {
  locale: string
  kind: 'article' | 'headlines'
  site: string
  title: string
  /** The inside of the dock. */
  dock: string
  /** Addresses of the dock's style, and of the module that reads with the browser's own voice. */
  style: string
  speech: string
  words: {
    [Word in
      | 'player'
      | 'play'
      | 'pause'
      | 'speed'
      | 'article'
      | 'place'
      | 'automated'
      | 'failed'
      | 'preparing'
      | 'noVoice'
      | 'gone'
      | 'elapsed']: string
  }
  items: Item[]
}
