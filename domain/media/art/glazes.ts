/** The nine glazes that name the sections. */
export const glazeNames = [
  'region',
  'economy',
  'climate',
  'science',
  'culture',
  'sport',
  'cities',
  'telecoms',
  'opinion',
] as const
export type Glaze = (typeof glazeNames)[number]

/** One firing of tiles: the darkest ground, the glaze itself, a thinner coat, the palest, a rare accent, the grout. */
export type Palette = {
  night: string
  glaze: string
  wash: string
  pale: string
  spark: string
  grout: string
}

export const palettes: Record<Glaze, Palette> = {
  region: {
    night: '#10244a',
    glaze: '#1f4f98',
    wash: '#6f9cd2',
    pale: '#dfe8f2',
    spark: '#d9a33f',
    grout: '#f7f6f1',
  },
  economy: {
    night: '#33260e',
    glaze: '#a9751a',
    wash: '#dbb05a',
    pale: '#f4e9d1',
    spark: '#1c5d6c',
    grout: '#fbf8f0',
  },
  climate: {
    night: '#0b3229',
    glaze: '#17705b',
    wash: '#76b59a',
    pale: '#e0ece2',
    spark: '#e0b04a',
    grout: '#f7f8f2',
  },
  science: {
    night: '#112b40',
    glaze: '#137b87',
    wash: '#64b8b7',
    pale: '#dcedea',
    spark: '#e2744d',
    grout: '#f6f8f6',
  },
  culture: {
    night: '#3a1420',
    glaze: '#98303b',
    wash: '#d18b73',
    pale: '#f3e3d7',
    spark: '#1c6b6b',
    grout: '#fbf6f0',
  },
  sport: {
    night: '#1b2427',
    glaze: '#c3521f',
    wash: '#e9a55d',
    pale: '#f5e8d8',
    spark: '#216470',
    grout: '#fbf7f1',
  },
  cities: {
    night: '#2b2420',
    glaze: '#9b5b3d',
    wash: '#caa07c',
    pale: '#eee6da',
    spark: '#2b6f9e',
    grout: '#faf7f2',
  },
  telecoms: {
    night: '#1a2234',
    glaze: '#43598b',
    wash: '#94a7ca',
    pale: '#e4e8ef',
    spark: '#dd6b4b',
    grout: '#f8f8f7',
  },
  opinion: {
    night: '#2a1c39',
    glaze: '#6a4686',
    wash: '#ae91be',
    pale: '#ebe3ec',
    spark: '#d19b3b',
    grout: '#f9f6f8',
  },
}

/**
 * The role of a face in the pattern: a large star, the middle of a smaller tile, or one of the shapes between, by size.
 */
export const roles = ['star', 'lesser', 'field', 'petal', 'gem'] as const
export type Role = (typeof roles)[number]

/** The tint of the palette for each role. `heart` is the star within a star, `ground` shows where nothing lies. */
export type Scheme = Record<Role | 'heart' | 'ground' | 'line', keyof Palette>

export const schemes: readonly [Scheme, ...Scheme[]] = [
  {
    ground: 'glaze',
    star: 'pale',
    heart: 'glaze',
    lesser: 'spark',
    field: 'glaze',
    petal: 'night',
    gem: 'wash',
    line: 'grout',
  },
  {
    ground: 'night',
    star: 'wash',
    heart: 'night',
    lesser: 'pale',
    field: 'night',
    petal: 'glaze',
    gem: 'spark',
    line: 'grout',
  },
  {
    ground: 'pale',
    star: 'glaze',
    heart: 'pale',
    lesser: 'spark',
    field: 'pale',
    petal: 'wash',
    gem: 'night',
    line: 'night',
  },
  {
    ground: 'wash',
    star: 'night',
    heart: 'spark',
    lesser: 'pale',
    field: 'wash',
    petal: 'pale',
    gem: 'spark',
    line: 'grout',
  },
  {
    ground: 'pale',
    star: 'spark',
    heart: 'pale',
    lesser: 'night',
    field: 'glaze',
    petal: 'pale',
    gem: 'wash',
    line: 'grout',
  },
  {
    ground: 'night',
    star: 'spark',
    heart: 'night',
    lesser: 'wash',
    field: 'glaze',
    petal: 'night',
    gem: 'pale',
    line: 'grout',
  },
  {
    ground: 'glaze',
    star: 'night',
    heart: 'wash',
    lesser: 'pale',
    field: 'pale',
    petal: 'glaze',
    gem: 'spark',
    line: 'grout',
  },
]

/** A colour between two, `share` of the way to the second. */
export function blend(from: string, to: string, share: number): string {
  const channels = (hex: string) => [1, 3, 5].map(start => Number.parseInt(hex.slice(start, start + 2), 16))
  const target = channels(to)
  const mixed = channels(from).map((value, index) =>
    Math.round(value + ((target[index] ?? value) - value) * share),
  )
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

/** The same glaze from three kilns, a shade apart, as in cut tile. */
export function fired(color: string, kiln: number): string {
  if (kiln === 1) return blend(color, '#ffffff', 0.07)
  if (kiln === 2) return blend(color, '#10131a', 0.08)
  return color
}
