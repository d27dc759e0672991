import { listSlugs } from '#db/queries/announcing.ts'
import type { ListKind } from '#db/schema/tables.ts'
import { feedUrls } from '#domain/distribution/feeds/feed-urls.ts'
import type { AnnouncedArticle } from './announced-articles.ts'
import type { Channel, Service } from './channel.ts'
import { sendMessage } from './send-message.ts'

const KINDS: ListKind[] = ['section', 'topic', 'author']

/** A WebSub hub. It is told which feeds changed, fetches each, and passes it on to its subscribers. */
export function hub(service: Service): Channel {
  const { siteUrl } = service
  return {
    name: 'websub',
    addressesOf: articles => changedFeeds(articles, siteUrl),
    /* Some hubs read only the first. */
    batchSize: 1,
    send: ([feed = ''], signal) =>
      sendMessage({
        ...service,
        contentType: 'application/x-www-form-urlencoded',
        /* The standard leaves this message to the hub; some read one name of the address, some the other. */
        body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }).toString(),
        signal,
      }),
  }
}

async function changedFeeds(articles: AnnouncedArticle[], siteUrl: string): Promise<string[]> {
  const lists = articles.flatMap(article => article.lists)
  const slugs = new Map<string, string>()
  for (const kind of KINDS) {
    const ids = new Set(lists.filter(list => list.kind === kind).map(({ id }) => id))
    for (const { id, locale, slug } of await listSlugs(kind, [...ids]))
      slugs.set(`${locale}:${kind}:${id}`, slug)
  }
  const urls = articles.flatMap(({ locale, lists: its }) => [
    feedUrls(siteUrl, locale, null),
    ...its.flatMap(({ kind, id }) => {
      const slug = slugs.get(`${locale}:${kind}:${id}`)
      return slug === undefined ? [] : [feedUrls(siteUrl, locale, { kind, slug })]
    }),
  ])
  return [...new Set(urls.flatMap(formats => Object.values(formats)))]
}
