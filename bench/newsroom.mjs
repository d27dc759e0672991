/* `npm run bench:newsroom -- N DIR`: bundled anew each time, which takes a moment and is never stale. */
import '#scripts/node-version.mjs'
import { bundleBench } from '#scripts/bundle.mjs'

const { newsroom } = await bundleBench()
await import(newsroom)
