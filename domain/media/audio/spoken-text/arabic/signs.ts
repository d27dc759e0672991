import { CURRENCIES } from './currencies.ts'

/** Signs that stand without a figure. */
export function signs(text: string): string {
  return text
    .replace(/%/g, ' في المئة ')
    .replace(/(?<=\p{Script=Latin})\s*&\s*(?=\p{Script=Latin})/gu, ' and ')
    .replace(/\s*&\s*/g, ' و')
    .replace(/\s?×\s?/g, ' في ')
    .replace(/\+/g, ' زائد ')
    .replace(/[$€£¥﷼]/g, sign => ` ${CURRENCIES.get(sign)?.one ?? ''} `)
    .replace(/\s[-–—−]\s/g, '، ')
    .replace(/°/g, ' درجة ')
    .replace(/[²³]/g, ' ')
    .replace(/\//g, ' ')
    .replace(/@/g, ' ')
}
