/* Patterns of figures as both languages write them, once they are Western. */

export const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
export const DAY = String.raw`0?[1-9]|[12]\d|3[01]`
export const MONTH_NUMBER = '0?[1-9]|1[0-2]'

/** The value of a written number: 1,234.5. */
export const numericValue = (amount: string) => Number(amount.replaceAll(',', ''))

/** A pattern for any of some signs, the longest first. */
export function anyOf(signs: Iterable<string>): string {
  return [...signs]
    .sort((a, b) => b.length - a.length)
    .map(sign => sign.replace(/[.$/+]/g, String.raw`\$&`))
    .join('|')
}

/** A written number times a power of ten, if that is whole: «1.5bn» is one thousand five hundred million. */
export function scaledUp(amount: string, zeros: number): string | null {
  const [whole = '', fraction = ''] = amount.replaceAll(',', '').split('.')
  const missing = zeros - fraction.length
  return missing < 0 ? null : String(Number(whole + fraction + '0'.repeat(missing)))
}
