import { CURRENCIES, nameOf } from './currencies.ts'

/** Signs that stand without a figure. */
export function signs(text: string): string {
  return text
    .replace(/%/g, ' في المئة ')
    .replace(/‰/g, ' في الألف ')
    .replace(/(?<=\p{Script=Latin})\s*&\s*(?=\p{Script=Latin})/gu, ' and ')
    .replace(/\s*&\s*/g, ' و')
    .replace(/\s?×\s?/g, ' في ')
    .replace(/\+/g, ' زائد ')
    .replace(/[$€£¥﷼]/g, sayCurrency)
    .replace(/\s[-–—−]\s/g, '، ')
    .replace(/°/g, ' درجة ')
    .replace(/[²³]/g, ' ')
    .replace(/\//g, ' ')
    .replace(/@/g, ' ')
}

function sayCurrency(sign: string): string {
  const currency = CURRENCIES.get(sign)
  return currency ? ` ${nameOf(currency)} ` : ' '
}
