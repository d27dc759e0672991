import { glazeNames } from '#domain/media/art/glazes.ts'

/** Every colour of a mail, in the light and in the dark scheme: those of the pages' tokens. */
const palette = {
  page: ['#f2f4ef', '#0b0e10'],
  paper: ['#fdfdfb', '#101417'],
  well: ['#e6e9e2', '#232a2f'],
  ink: ['#14181b', '#eeefea'],
  ink2: ['#3d454b', '#c6cbcb'],
  ink3: ['#596168', '#9ca5a9'],
  rule: ['#d3d7cf', '#2d353a'],
  ruleInk: ['#14181b', '#d9dcd6'],
  accent: ['#0b5a48', '#7fcdb2'],
  onAccent: ['#ffffff', '#0b1512'],
  breaking: ['#b3111f', '#b81a28'],
  onBreaking: ['#ffffff', '#ffffff'],
  region: ['#1f4e96', '#93b8ec'],
  economy: ['#835507', '#e0b65f'],
  climate: ['#14634f', '#7fcdb2'],
  science: ['#0d626d', '#74c8ca'],
  culture: ['#8e2a35', '#eb9f92'],
  sport: ['#a33d0c', '#f2a469'],
  cities: ['#7d4326', '#d9ae8a'],
  telecoms: ['#3c5182', '#aabce0'],
  opinion: ['#5f3c7b', '#c9abd9'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

const grounds = ['page', 'paper', 'well', 'accent', 'breaking'] as const
const rules = ['rule', 'ruleInk'] as const
const inks = ['ink', 'ink2', 'ink3', 'accent', 'onAccent', 'onBreaking', ...glazeNames] as const

type Ground = (typeof grounds)[number]
type Rule = (typeof rules)[number]
export type Ink = (typeof inks)[number]

/** The colours of an element. `ruleAt` says on which edge its line stands, and how thick in pixels. */
export type Paint = { ink?: Ink; ground?: Ground; rule?: Rule; ruleAt?: readonly ['top' | 'bottom', number] }

/**
 * Attributes that paint an element in the light scheme, and name it for the dark one. Nothing is coloured in another way,
 * so no colour can lack its dark sister.
 */
export function painted({ ink, ground, rule, ruleAt }: Paint, style: string) {
  const [edge, width] = ruleAt ?? ['top', 1]
  const names = [ink && `i-${ink}`, ground && `g-${ground}`, rule && `r-${rule}`].filter(Boolean)
  const declarations = [
    ink && `color:${palette[ink][0]}`,
    ground && `background-color:${palette[ground][0]}`,
    rule && `border-${edge}:${width}px solid ${palette[rule][0]}`,
    style,
  ].filter(Boolean)
  return {
    class: names.join(' ') || null,
    bgcolor: ground ? palette[ground][0] : null,
    style: declarations.join(';') || null,
  }
}

/**
 * The rules of the dark scheme: by the device's preference, and by the attributes with which Outlook.com marks what it
 * has recoloured.
 */
export function darkRules(): string {
  const inkRule = (ink: Ink) => `.i-${ink}{color:${palette[ink][1]}!important}`
  const groundRule = (ground: Ground) => `.g-${ground}{background-color:${palette[ground][1]}!important}`
  const lineRule = (rule: Rule) => `.r-${rule}{border-color:${palette[rule][1]}!important}`
  const byPreference = [...inks.map(inkRule), ...grounds.map(groundRule), ...rules.map(lineRule)].join('')
  const outlook = [
    ...inks.map(ink => `[data-ogsc] ${inkRule(ink)}`),
    ...grounds.map(ground => `[data-ogsb] ${groundRule(ground)}`),
    ...rules.map(rule => `[data-ogsc] ${lineRule(rule)}`),
  ].join('')
  return `@media (prefers-color-scheme:dark){${byPreference}}${outlook}`
}
