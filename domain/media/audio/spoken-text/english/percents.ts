import { NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, sayNumber, saySign } from './english-numbers.ts'

const PERCENT = rule(`${START}([-−+]?)(${NUMBER})\\s?([%‰])`)

/** «12.5%», «5‰». */
export function percents(text: string): string {
  return rewrite(text, PERCENT, (_place, sign, amount, share) => {
    return `${saySign(sign)}${sayNumber(amount)} per ${share === '%' ? 'cent' : 'thousand'}`
  })
}
