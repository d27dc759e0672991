import { useTranslations } from 'next-intl'
import { feedPath } from '#addresses/paths.ts'

type Props = {
  /** Title of the list that the feeds follow. */
  title: string
  /** Path of the page with the same list. */
  path: string
  /** The podcast, with its title, where there is something to hear. */
  podcast?: { path: string; title: string } | null
}

const FORMATS = [
  { format: 'rss', type: 'application/rss+xml', name: 'RSS' },
  { format: 'atom', type: 'application/atom+xml', name: 'Atom' },
  { format: 'json', type: 'application/feed+json', name: 'JSON Feed' },
] as const

/**
 * Links by which programs find the feeds of a page; React moves them into its head. They carry no `hreflang`: search
 * engines would take the feeds for translations of the page.
 */
export function FeedLinks({ title, path, podcast }: Props) {
  const t = useTranslations('feeds')
  return (
    <>
      {FORMATS.map(({ format, type, name }) => (
        <link
          key={format}
          rel="alternate"
          type={type}
          title={t('linkTitle', { title, format: name })}
          href={feedPath(path, format)}
        />
      ))}
      {podcast && (
        <link rel="alternate" type="application/rss+xml" title={podcast.title} href={podcast.path} />
      )}
    </>
  )
}
