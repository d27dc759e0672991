import { isolate, stripBidiControls } from './bidi.ts'
import { isolatedRuns, needsOverride, type Run } from './isolated-runs.ts'
import { type Locale, locales } from './locales.ts'

/**
 * A text with its runs of the other direction isolated, for places without markup: the title of a feed, a share text.
 * Programs may judge its direction by its first letters, which an isolated name does not decide.
 */
export function isolatedText(text: string, locale: Locale): string {
  const runs = isolatedRuns(stripBidiControls(text), locales[locale].dir)
  return runs.map(run => (run.isIsolated ? isolate(inOrder(run)) : run.text)).join('')
}

/* A mark behind each group of Arabic-Indic digits keeps the groups in order: overriding controls leak, marks do not. */
function inOrder({ text, direction }: Run): string {
  return needsOverride(text, direction)
    ? text.replace(/(?<=[\u0660-\u0669])(?![\u0660-\u0669])/g, '\u200e')
    : text
}
