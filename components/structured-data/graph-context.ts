import type { Frame } from '#db/shapes.ts'

/** Context of a graph: the frame of its language, and the site's public origin without a trailing slash. */
export type GraphContext = { frame: Frame; siteUrl: string }
