/** One kind of figure or sign in words. */
export type ReadingStep = (text: string) => string

/** A text after all steps in turn: each leaves to the next what it does not know. */
export function readInSteps(text: string, steps: readonly ReadingStep[]): string {
  /* A figure and the letters after it are two words: 5G. */
  const divided = text.replace(/(\d)(?=\p{Lu})/gu, '$1 ')
  return steps.reduce((read, step) => step(read), divided)
}
