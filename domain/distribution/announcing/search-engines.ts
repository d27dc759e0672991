import type { Channel, Service } from './channel.ts'
import { sendMessage } from './send-message.ts'

/* The limit of the protocol. */
const BATCH_SIZE = 10_000

/**
 * The search engines that take part in IndexNow. They are told which addresses changed, and share that among
 * themselves.
 */
export function searchEngines({ key, ...service }: Service & { key: string }): Channel {
  const { siteUrl } = service
  return {
    name: 'indexnow',
    addressesOf: async articles => [
      ...new Set(articles.flatMap(({ paths }) => paths.map(path => siteUrl + path))),
    ],
    batchSize: BATCH_SIZE,
    send: (urlList, signal) =>
      sendMessage({
        ...service,
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
