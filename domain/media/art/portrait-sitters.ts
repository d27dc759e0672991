import type { Palette } from './glazes.ts'
import type { BeardName, CollarName, GlassesName, HeadName } from './portrait-parts.ts'

/** A sitter of a portrait. Garment and cloth have the section's palette; skin and hair do not. */
export type Sitter = {
  head: HeadName
  skin: string
  hair: string
  garment: keyof Palette
  collar: CollarName
  cloth?: keyof Palette
  beard?: BeardName
  glasses?: GlassesName
  cords?: string
}

const skin = {
  sand: '#efd0b1',
  wheat: '#e0b48c',
  clay: '#c8906a',
  copper: '#a96f49',
  walnut: '#7f5034',
  coffee: '#5d3a27',
} as const

const hair = { black: '#1d1a1b', brown: '#4a3022', grey: '#8d8a86', white: '#e6e3dc' } as const

export const sitters: readonly [Sitter, ...Sitter[]] = [
  { head: 'hijab', skin: skin.wheat, hair: hair.black, cloth: 'night', garment: 'night', collar: 'round' },
  { head: 'cropped', skin: skin.clay, hair: hair.black, beard: 'short', garment: 'night', collar: 'jacket' },
  { head: 'long', skin: skin.sand, hair: hair.brown, garment: 'spark', collar: 'round' },
  {
    head: 'bald',
    skin: skin.copper,
    hair: hair.grey,
    beard: 'full',
    glasses: 'round',
    garment: 'night',
    collar: 'shirt',
  },
  {
    head: 'shayla',
    skin: skin.copper,
    hair: hair.black,
    cloth: 'pale',
    garment: 'night',
    collar: 'round',
    glasses: 'round',
  },
  { head: 'parted', skin: skin.sand, hair: hair.brown, glasses: 'square', garment: 'pale', collar: 'shirt' },
  { head: 'curly', skin: skin.coffee, hair: hair.black, garment: 'spark', collar: 'rollneck' },
  {
    head: 'ghutra',
    skin: skin.clay,
    hair: hair.black,
    cloth: 'pale',
    beard: 'short',
    garment: 'pale',
    collar: 'band',
    cords: hair.black,
  },
  { head: 'bob', skin: skin.wheat, hair: hair.grey, glasses: 'square', garment: 'night', collar: 'jacket' },
  {
    head: 'turban',
    skin: skin.coffee,
    hair: hair.white,
    cloth: 'pale',
    beard: 'full',
    garment: 'pale',
    collar: 'band',
  },
  { head: 'wavy', skin: skin.clay, hair: hair.black, garment: 'night', collar: 'scarf' },
  {
    head: 'receding',
    skin: skin.wheat,
    hair: hair.white,
    beard: 'moustache',
    garment: 'night',
    collar: 'jacket',
  },
  { head: 'braids', skin: skin.walnut, hair: hair.black, garment: 'pale', collar: 'round', glasses: 'round' },
  {
    head: 'cap',
    skin: skin.clay,
    hair: hair.grey,
    cloth: 'pale',
    beard: 'full',
    garment: 'spark',
    collar: 'band',
  },
  { head: 'bun', skin: skin.copper, hair: hair.brown, garment: 'night', collar: 'rollneck' },
  {
    head: 'hijab',
    skin: skin.walnut,
    hair: hair.black,
    cloth: 'spark',
    garment: 'night',
    collar: 'jacket',
    glasses: 'square',
  },
  { head: 'curly', skin: skin.sand, hair: hair.brown, beard: 'short', garment: 'night', collar: 'shirt' },
  {
    head: 'cropped',
    skin: skin.walnut,
    hair: hair.grey,
    beard: 'goatee',
    garment: 'pale',
    collar: 'scarf',
  },
]
