import { CURRENCIES } from './currencies.ts'

/** Signs that stand without a figure. */
export function signs(text: string): string {
  return text
    .replace(/%/g, ' per cent ')
    .replace(/‰/g, ' per thousand ')
    .replace(/\s&\s/g, ' and ')
    .replace(/\+/g, ' plus ')
    .replace(/[$€£¥]/g, sign => ` ${CURRENCIES.get(sign)?.[1] ?? ''} `)
    .replace(/\s[-–—−]\s|—/g, ', ')
    .replace(/–/g, ' to ')
    .replace(/°/g, ' degrees ')
    .replace(/[²³@]/g, ' ')
    .replace(/\//g, ' ')
}
