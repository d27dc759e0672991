import { useTranslations } from 'next-intl'
import type { Locale } from '../../i18n/locales'
import { feedPath } from '../../i18n/paths'

type Props = {
  locale: Locale
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

/** Where programs find the feeds of a page: React moves these into its head. */
export function FeedLinks({ locale, title, path }: Props) {
  const t = useTranslations('feeds')
  return FORMATS.map(({ format, type, name }) => (
    <link
      key={format}
      rel="alternate"
      type={type}
      hrefLang={locale}
      title={t('linkTitle', { title, format: name })}
      href={feedPath(path, format)}
    />
  ))
}
