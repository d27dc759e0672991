/* `npm run bench:newsroom -- N DIR`. Bundles the program on each run, which takes a moment and is never stale. */
import '#scripts/node-version.mjs'
import { bundleBench } from '#scripts/bundle.mjs'

const { newsroom } = await bundleBench()
await import(newsroom)
