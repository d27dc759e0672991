import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { cardinal } from './arabic-numbers.ts'

const YEAR = rule('((?:عام|سنة|العام|السنة)\\s)(\\d{3,4})(?!\\d|[.,:/]\\d)')

/** «عام 2026», «سنة 2026». */
export function years(text: string): string {
  return rewrite(text, YEAR, (_place, word, year) => {
    const gender = word.includes('سنة') ? 'feminine' : 'masculine'
    return word + cardinal(Number(year), { gender, isOblique: true })
  })
}
