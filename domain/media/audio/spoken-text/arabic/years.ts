import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { cardinal } from './arabic-numbers.ts'

const END = String.raw`(?!\d|[.,:/]\d)`
const YEAR = rule(String.raw`(?<!\p{L})([وف]?[بلك]?(?:عام|سنة)\s)(\d{3,4})${END}`)
/* «هذا العام 1200 زائر» counts visitors. */
const DEFINITE_YEAR = rule(
  String.raw`(?<!\p{L}|(?:هذا|ذلك|هذه|تلك|نفس|طوال|كل)\s)((?:[وف]?[بك]?ال|[وف]?لل)(?:عام|سنة)\s)(1\d{3}|20\d\d)${END}`,
)

/** «عام 2026», «سنة 2026». */
export const years = (text: string) => rewrite(rewrite(text, YEAR, sayYear), DEFINITE_YEAR, sayYear)

function sayYear(_place: unknown, word = '', year = ''): string {
  const gender = word.includes('سنة') ? 'feminine' : 'masculine'
  return word + cardinal(Number(year), { gender, isOblique: true })
}
