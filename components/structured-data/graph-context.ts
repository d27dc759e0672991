import type { Frame } from '#db/shapes.ts'

/** Where a graph is made: the frame of its language, and the site's public origin without a slash at its end. */
export type GraphContext = { frame: Frame; siteUrl: string }
