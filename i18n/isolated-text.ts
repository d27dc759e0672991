import { isolate, stripBidiControls } from './bidi.ts'
import { isolatedRuns } from './isolated-runs.ts'
import { type Locale, locales } from './locales.ts'

/**
 * A text with its runs of the other direction isolated, for places without markup: the title of a feed, a share text.
 * Programs may judge its direction by its first letters, which an isolated name does not decide.
 */
export function isolatedText(text: string, locale: Locale): string {
  const runs = isolatedRuns(stripBidiControls(text), locales[locale].dir)
  return runs.map(run => (run.isIsolated ? isolate(run.text) : run.text)).join('')
}
