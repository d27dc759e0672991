import type { Glaze } from '#db/shapes.ts'

/** Ink on paper as on pages in the light theme. colour.css has the same values, and a test compares the two. */
export const shareColours = {
  paper: '#fdfdfb',
  ink: '#14181b',
  rule: '#d3d7cf',
  accent: '#0b5a48',
} as const

/** The glazes in the shade that text uses. */
export const shareGlazes: Record<Glaze, string> = {
  region: '#1f4e96',
  economy: '#835507',
  climate: '#14634f',
  science: '#0d626d',
  culture: '#8e2a35',
  sport: '#a33d0c',
  cities: '#7d4326',
  telecoms: '#3c5182',
  opinion: '#5f3c7b',
}
