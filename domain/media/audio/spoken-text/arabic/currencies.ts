import { he, she, type Unit } from './counted-noun.ts'

/* Written with their country, in the masculine: درهم إماراتي، ليرة لبنانية. */
function of(country: string, noun: Unit): Unit {
  const [his, hers] = [country, `${country}ة`]
  const tail =
    noun.gender === 'feminine'
      ? { one: hers, two: `${country}تان`, few: hers, many: hers }
      : { one: his, two: `${country}ان`, few: hers, many: `${country}ًّا` }
  return { ...noun, tail }
}

const DOLLAR = he('دولار', 'دولاران', 'دولارات', 'دولارًا')
const EURO = he('يورو', 'يوروان', 'يورو', 'يورو')
const POUND = he('جنيه', 'جنيهان', 'جنيهات', 'جنيهًا')
const RIYAL = he('ريال', 'ريالان', 'ريالات', 'ريالًا')
const DINAR = he('دينار', 'ديناران', 'دنانير', 'دينارًا')
const DIRHAM = he('درهم', 'درهمان', 'دراهم', 'درهمًا')
const LIRA = she('ليرة', 'ليرتان', 'ليرات', 'ليرة')

/** Currencies by the signs and letters that stand for them. */
export const CURRENCIES = new Map<string, Unit>(
  (
    [
      [['$', 'USD'], DOLLAR],
      [['€', 'EUR'], EURO],
      [['£', 'GBP'], of('إسترليني', POUND)],
      [['¥'], he('ين', 'ينان', 'ينات', 'ينًّا')],
      [['د.إ', 'AED'], of('إماراتي', DIRHAM)],
      [['ر.س', 'SAR'], of('سعودي', RIYAL)],
      [['ر.ق', 'QAR'], of('قطري', RIYAL)],
      [['﷼'], RIYAL],
      [['ج.م', 'EGP'], of('مصري', POUND)],
      [['د.ك', 'KWD'], of('كويتي', DINAR)],
      [['د.أ', 'JOD'], of('أردني', DINAR)],
      [['ل.ل', 'LBP'], of('لبناني', LIRA)],
      [['ل.س', 'SYP'], of('سوري', LIRA)],
    ] as [string[], Unit][]
  ).flatMap(([signs, currency]) => signs.map((sign): [string, Unit] => [sign, currency])),
)

/** A currency without a number: «جنيه إسترليني». */
export function nameOf({ one, tail }: Unit): string {
  return typeof tail === 'object' ? `${one} ${tail.one}` : one
}
