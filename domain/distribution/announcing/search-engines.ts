import type { Channel, Outside } from './channel.ts'
import { post } from './post.ts'

/* As the protocol has it. */
const AT_ONCE = 10_000

/** The search engines that take part in IndexNow: they are told which addresses changed, and pass it on to each other. */
export function searchEngines({ key, ...outside }: Outside & { key: string }): Channel {
  const { siteUrl } = outside
  return {
    name: 'indexnow',
    addressesOf: async articles => [
      ...new Set(articles.flatMap(({ paths }) => paths.map(path => siteUrl + path))),
    ],
    atOnce: AT_ONCE,
    tell: (urlList, signal) =>
      post({
        ...outside,
        contentType: 'application/json; charset=utf-8',
        body: JSON.stringify({
          host: new URL(siteUrl).host,
          key,
          keyLocation: `${siteUrl}/${key}.txt`,
          urlList,
        }),
        signal,
      }),
  }
}
