/*
 * Tokens of the index besides bare words. A bare token is a word anywhere in the article, or its stem; no word of a
 * text looks like the others.
 */
/**
 * Parts of an article, each containing those before it: the headline; with the standfirst; with names and frequent
 * words.
 */
export type Part = 'headline' | 'summary' | 'about'
export const parts = ['headline', 'summary', 'about'] as const satisfies Part[]

const MARKS = {
  headline: { exact: '@1', stem: '@2' },
  summary: { exact: '@3', stem: '@4' },
  about: { exact: '@5', stem: '@6' },
} as const satisfies Record<Part, Record<'exact' | 'stem', string>>

export const token = {
  exactIn: (part: Part, folded: string) => `${MARKS[part].exact}${folded}`,
  stemIn: (part: Part, stem: string) => `${MARKS[part].stem}${stem}`,
  section: (id: number) => `@s${id}`,
  topic: (id: number) => `@t${id}`,
  author: (id: number) => `@w${id}`,
}
