import { useTranslations } from 'next-intl'
import { feedPath } from '#addresses/paths.ts'

type Props = {
  /** What the feeds are of, as it is called. */
  title: string
  /** The page that lists the same. */
  path: string
}

const FORMATS = [
  { format: 'rss', type: 'application/rss+xml', name: 'RSS' },
  { format: 'atom', type: 'application/atom+xml', name: 'Atom' },
  { format: 'json', type: 'application/feed+json', name: 'JSON Feed' },
] as const

/**
 * Where programs find the feeds of a page: React moves these into its head. Without `hreflang`, which would make them
 * translations of the page to search engines.
 */
export function FeedLinks({ title, path }: Props) {
  const t = useTranslations('feeds')
  return FORMATS.map(({ format, type, name }) => (
    <link
      key={format}
      rel="alternate"
      type={type}
      title={t('linkTitle', { title, format: name })}
      href={feedPath(path, format)}
    />
  ))
}
