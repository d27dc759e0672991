import type { Locale } from '#i18n/locales.ts'

/** A stretch of text in one language. */
export type SpokenRun = { locale: Locale; text: string }

/** A block of an article as a voice says it: what it is decides the pause that follows. */
export type SpokenBlock = { kind: 'headline' | 'standfirst' | 'heading' | 'paragraph'; runs: SpokenRun[] }
