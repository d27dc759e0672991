import { type Content, element, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { stripBidiControls } from '#i18n/bidi.ts'
import { isolatedRuns, needsOverride } from '#i18n/isolated-runs.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import { type Placeholder, signOf, withoutSigns } from './placeholders.ts'

/** A line between the parts of a plain text. It reads the same in both directions. */
export const PLAIN_RULE = '* * *'

/** A text of people on one line: what could break a header or stand for a personal line is not kept. */
export function oneLine(text: string): string {
  return withoutSigns(text)
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
}

/** A text for a subject, a preview or the plain part, with its runs of the other direction isolated. */
export function plainWords(text: string, locale: Locale): string {
  return isolatedText(oneLine(text), locale)
}

/**
 * A text for html, with its runs of the other direction isolated. A `span` carries their direction, for some clients
 * throw `bdi` away and keep its content.
 */
export function htmlWords(text: string, locale: Locale): Markup {
  return htmlRuns(oneLine(text), locale)
}

/** The same for a sentence of ours with one personal value in it. */
export function htmlSentence(
  sentence: (value: string) => string,
  placeholder: Placeholder,
  locale: Locale,
): Markup {
  const sign = signOf(placeholder)
  return htmlRuns(sentence(sign), locale)
}

/** The same for the plain part. */
export function plainSentence(
  sentence: (value: string) => string,
  placeholder: Placeholder,
  locale: Locale,
): string {
  return isolatedText(sentence(signOf(placeholder)), locale)
}

function htmlRuns(text: string, locale: Locale): Markup {
  const runs = isolatedRuns(stripBidiControls(text), locales[locale].dir)
  const pieces = runs.map((run): Content => {
    if (!run.isIsolated) return run.text
    const style = [
      needsOverride(run.text, run.direction) && 'unicode-bidi:bidi-override',
      run.text.length <= UNBROKEN && 'white-space:nowrap',
    ].filter(Boolean)
    return element('span', { dir: run.direction, style: style.join(';') || null }, run.text)
  })
  return markup(...pieces)
}

/* A score or a telephone number stays on one line; a longer run would not fit on a narrow one. */
const UNBROKEN = 20
