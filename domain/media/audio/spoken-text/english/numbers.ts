import { NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { START, sayNumber, saySign } from './english-numbers.ts'

const FIGURE = rule(`${START}([-−+]?)(${NUMBER})(?!\\d)`)

/** Figures that are left. */
export function numbers(text: string): string {
  return rewrite(text, FIGURE, (_place, sign, amount) => saySign(sign) + sayNumber(amount)).replace(
    /\d+/g,
    digits => ` ${sayNumber(digits)} `,
  )
}
