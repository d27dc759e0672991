import type { Rail } from './rail.ts'

/** Tells the edge which of the latest headlines stand beside an article: how many, how many with a picture, and which not. */
export function headlineChoice({ headlines, pictured }: Rail, elsewhere: readonly number[]): string {
  return JSON.stringify({ count: headlines, pictured, without: elsewhere })
}
