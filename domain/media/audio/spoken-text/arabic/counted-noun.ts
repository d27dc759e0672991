export type Gender = 'masculine' | 'feminine'

/** A word that follows a number in the form that the number asks for. */
export type CountedForms = {
  one: string
  /** In the nominative. */
  two: string
  /** After 3 to 10. */
  few: string
  /** After 11 to 99, in the accusative. */
  many: string
}

/** The forms of a noun that is counted: سفينة، سفينتان، سفن، سفينةً. */
export type CountedNoun = CountedForms & { gender: Gender }

/** A noun and what follows it: an adjective (كيلومتر مربّع، درهم إماراتي), or words that stay (في الساعة). */
export type Unit = CountedNoun & { tail?: string | CountedForms }

/** The form of a word after a number, but for the dual. */
export function formAfter({ one, few, many }: CountedForms, number: number): string {
  const lastTwo = number % 100
  if (lastTwo >= 3 && lastTwo <= 10) return few
  return lastTwo >= 11 ? many : one
}

type Forms = [one: string, two: string, few: string, many: string]

/** A masculine noun by its forms. */
export const he = (...[one, two, few, many]: Forms): CountedNoun => ({
  ...{ gender: 'masculine', one, two, few, many },
})

/** A feminine noun by its forms. */
export const she = (...[one, two, few, many]: Forms): CountedNoun => ({
  ...{ gender: 'feminine', one, two, few, many },
})
