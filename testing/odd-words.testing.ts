/** Names that every object, list, text or function of the language answers for, whoever asks. */
export const propertyNames: readonly string[] = [
  ...new Set(
    [Object, Array, String, Number, Function, Map, Promise, Symbol, Date, RegExp]
      .flatMap(each => [...Object.getOwnPropertyNames(each.prototype), ...Object.getOwnPropertyNames(each)])
      .concat('__proto__', 'prototype', 'constructor', 'then', 'default'),
  ),
].sort()

/** Those that can stand where a letter has to come first. */
export const propertyWords: readonly string[] = propertyNames.filter(name => /^[a-z]/i.test(name))

/** A few of them, for what takes its time: what every object answers for, and one in eight of the others. */
export const fewPropertyWords: readonly string[] = propertyWords.filter(
  (name, index) => Object.hasOwn(Object.prototype, name) || name === 'prototype' || index % 8 === 0,
)

const LETTERS = ['abcdefghijklmnopqrstuvwxyz', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', '0123456789_-']

/** Words without a meaning, all different, Latin and Arabic; the same ones at every call. */
export function* madeWords(count: number): Generator<string> {
  for (let made = 1; made <= count; made++) {
    const letters = LETTERS[made % 7 === 0 ? 2 : made % 2] ?? ''
    let word = letters[made % letters.length] ?? ''
    for (let rest = made; rest > 0; rest = Math.floor(rest / letters.length))
      word += letters[rest % letters.length]
    yield word
  }
}
