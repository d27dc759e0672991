/** The parts of the texts of one language. */
export type Language = {
  subjects: { text: string; gender: Gender }[]
  verbs: Record<Gender, string>[]
  objects: string[]
  circumstances: string[]
  clauses: string[]
  attributions: string[]
  openers: string[]
  units: string[]
  counts: ((number: string, unit: string) => string)[]
  headings: string[]
  quotations: string[]
  headlineTails: string[]
  /** Names in the other language, which occur in a text now and then. */
  foreign: { lang: string; names: string[] }
  corrections: string[]
  stop: string
  comma: string
  quoted: (text: string) => string
}

type Gender = 'm' | 'f'
