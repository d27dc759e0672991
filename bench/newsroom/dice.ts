import { numbersFrom } from '#domain/transfer/markdown/made-bodies.testing.ts'

/** Random choices that are the same on every machine and in every run. */
export class Dice {
  private readonly number: () => number
  constructor(seed: number) {
    this.number = numbersFrom(seed)
  }

  share(): number {
    return this.number()
  }

  below(limit: number): number {
    return Math.floor(this.number() * limit)
  }

  chance(share: number): boolean {
    return this.number() < share
  }

  pick<T>(options: readonly T[]): T {
    return options[this.below(options.length)] as T
  }

  /** Some of the options, without repetition. */
  some<T>(options: readonly T[], count: number): T[] {
    const chosen = new Set<T>()
    while (chosen.size < Math.min(count, options.length)) chosen.add(this.pick(options))
    return [...chosen]
  }

  /** A number around `median` with a long tail above it, distributed like lengths of articles. */
  logNormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.number())) * Math.cos(2 * Math.PI * this.number())
    return median * Math.exp(spread * normal)
  }
}
