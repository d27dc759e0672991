/* A number for each plural form of Arabic except zero; a language with fewer forms repeats its phrases. */
const samples = { one: 1, two: 2, few: 3, many: 11, other: 100 } as const

/** The plural forms of a catalog's phrase, with `#` in place of the number, in a shape that fits an attribute. */
export function phraseForms(say: (count: number) => string): Record<keyof typeof samples, string> {
  const form = (count: number) => say(count).replace(String(count), '#')
  return {
    one: form(samples.one),
    two: form(samples.two),
    few: form(samples.few),
    many: form(samples.many),
    other: form(samples.other),
  }
}
