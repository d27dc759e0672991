import { addressKey } from '#domain/discovery/old-addresses/address-key.ts'
import type { FolderReading } from './folder-reading.ts'
import { redirectsFormat } from './formats.ts'
import type { SeedPage, SeedRedirect } from './seed-content.ts'
import type { YamlSource } from './yaml-source.ts'

const TARGETS = ['story', 'section', 'topic', 'author', 'page'] as const

/** Reads redirects.yaml, which is optional. It refers to everything else, so it is read last. */
export async function readRedirects(reading: FolderReading, pages: SeedPage[]): Promise<SeedRedirect[]> {
  if (!(await reading.names('.', 'files')).includes('redirects.yaml')) return []
  const source = await reading.yaml('redirects.yaml')
  const list = source?.read(redirectsFormat)
  if (!source || !list) return []
  const seen = new Set<string>()
  return list.flatMap(({ from, to, in: locale }, index): SeedRedirect[] => {
    const path = from.startsWith('/') ? addressKey(from) : null
    if (path === null) {
      source.mistake(
        [index, 'from'],
        `"${from}" is no address; expected a path such as /2019/05/quays or /?p=17`,
      )
      return []
    }
    if (seen.has(path)) source.mistake([index, 'from'], `"${from}" stands twice; expected each address once`)
    seen.add(path)
    const target = targetOf(to)
    if (target) checkTarget(source, index, { ...target, locale }, reading, pages)
    else
      source.mistake(
        [index, 'to'],
        `"${to}" is no target; expected front, or story:, section:, topic:, author: or page: and a key`,
      )
    return target ? [{ from: path, locale, ...target }] : []
  })
}

function targetOf(to: string): Pick<SeedRedirect, 'target' | 'key'> | null {
  if (to === 'front') return { target: 'front', key: '' }
  const target = TARGETS.find(each => to.startsWith(`${each}:`))
  return target ? { target, key: to.slice(target.length + 1) } : null
}

function checkTarget(
  source: YamlSource,
  index: number,
  { target, key, locale }: Omit<SeedRedirect, 'from'>,
  reading: FolderReading,
  pages: SeedPage[],
): void {
  const isThere = {
    front: () => true,
    story: () => reading.stories.has(key),
    section: () => reading.sections.has(key) || reading.unread.has('sections.yaml'),
    topic: () => reading.topics.has(key) || reading.unread.has('topics.yaml'),
    author: () => reading.authors.has(key) || reading.unread.has('authors.yaml'),
    page: () => pages.some(page => page.key === key && page.locale === locale),
  }[target]
  if (isThere()) return
  const what = target === 'page' ? `page "${key}" in ${locale}` : `${target} "${key}"`
  source.mistake([index, 'to'], `there is no ${what}`)
}
