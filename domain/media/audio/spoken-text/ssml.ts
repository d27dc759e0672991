import type { Locale } from '#i18n/locales.ts'
import { PAUSE_MS } from './pauses.ts'
import { ended } from './plain-text.ts'
import type { SpokenBlock } from './spoken-block.ts'

/** The text with pauses, and names in their own language, as espeak-ng understands SSML (`-m`). */
export function ssmlOf(blocks: readonly SpokenBlock[], locale: Locale): string {
  const spoken = blocks.map(({ kind, runs }) => {
    const texts = runs.map((run, index) => {
      const text = escaped(index === runs.length - 1 ? ended(run.text) : run.text)
      return run.locale === locale ? text : `<voice xml:lang="${run.locale}">${text}</voice>`
    })
    return `<p>${texts.join('')}</p><break time="${PAUSE_MS[kind]}ms"/>`
  })
  return `<speak xml:lang="${locale}">${spoken.join('\n')}</speak>\n`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
