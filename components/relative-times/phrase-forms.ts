/* For each plural form of Arabic a number that takes it; a language with fewer forms says the same for several. */
const samples = { one: 1, two: 2, few: 3, many: 11, other: 100 } as const

/** The forms of a counted phrase, with `#` for its number: what a catalog knows, in a shape that fits an attribute. */
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
