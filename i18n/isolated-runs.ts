import { figureRuns } from './figure-runs.ts'
import { foreignPhrases, type Span } from './foreign-phrases.ts'
import { RTL_LETTER } from './letters.ts'
import type { Direction } from './text-direction.ts'
import { findAddresses } from './web-addresses.ts'

/** A piece of a text. An isolated one has a direction of its own, whatever stands around it. */
export type Run = { text: string; isIsolated: boolean; direction: Direction }

/** An isolated run by its place in the text. */
export type IsolatedSpan = { from: number; to: number; direction: Direction }

const HAS_RTL_LETTER = new RegExp(RTL_LETTER, 'u')
const ARABIC_DIGIT = /[\u0660-\u0669]/
const OTHER = { rtl: 'ltr', ltr: 'rtl' } as const

/**
 * Splits a text of one direction where the other begins. Without isolation, «-5» shows its minus behind it, «3-1» turns
 * into «1-3», a telephone number is read backwards and «Apple Inc.» loses its full stop to the other side.
 */
export function isolatedRuns(text: string, direction: Direction): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const span of isolatedSpans(text, direction)) {
    if (span.from > end) runs.push({ text: text.slice(end, span.from), isIsolated: false, direction })
    runs.push({ text: text.slice(span.from, span.to), isIsolated: true, direction: span.direction })
    end = span.to
  }
  if (end < text.length || text === '') runs.push({ text: text.slice(end), isIsolated: false, direction })
  return runs
}

/**
 * Whether an isolated run needs its direction for each sign, too: groups of Arabic-Indic digits go from right to left
 * even among text that runs from left to right, and would turn a telephone number around.
 */
export function needsOverride(run: string, direction: Direction): boolean {
  return direction === 'ltr' && ARABIC_DIGIT.test(run) && !HAS_RTL_LETTER.test(run)
}

/** The runs of a text that go against its direction, in order. */
export function isolatedSpans(text: string, direction: Direction): IsolatedSpan[] {
  const addresses = findAddresses(text)
  /* An address is one word from left to right, though Arabic may stand in its path. */
  const masked = filled(
    text,
    addresses.map(({ from, to }): Span => [from, to]),
    'x',
  )
  const phrases = foreignPhrases(masked, direction)
  const figures = figureRuns(filled(masked, phrases, '\ufffc'))
  const hasArabicDigits = ([from, to]: Span) => ARABIC_DIGIT.test(text.slice(from, to))
  const paths = addresses
    .map(({ from, to }): Span => [from, to])
    .filter(([from, to]) => HAS_RTL_LETTER.test(text.slice(from, to)))
  const others = direction === 'rtl' ? figures : [...figures.filter(hasArabicDigits), ...paths]
  return [
    ...phrases.map(([from, to]) => ({ from, to, direction: OTHER[direction] })),
    ...others.map(([from, to]) => ({ from, to, direction: 'ltr' as const })),
  ].sort((a, b) => a.from - b.from)
}

function filled(text: string, spans: Span[], filling: string): string {
  let whole = ''
  for (const [from, to] of spans) whole += text.slice(whole.length, from) + filling.repeat(to - from)
  return whole + text.slice(whole.length)
}
