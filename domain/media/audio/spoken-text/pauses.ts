import type { SpokenBlock } from './spoken-block.ts'

/** The silence after each kind of block, in milliseconds. */
export const PAUSE_MS: { readonly [Kind in SpokenBlock['kind']]: number } = {
  headline: 900,
  standfirst: 900,
  heading: 600,
  paragraph: 500,
}
