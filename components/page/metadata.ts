import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { defaultLocale, type Locale, locales } from '../../i18n/locales'

type Page = {
  locale: Locale
  title: string
  description: string
  /** Percent-encoded, without the origin: the layout knows that. */
  path: string
  /** The page that says the same in the other language, when there is one. */
  alternate?: { locale: Locale; path: string } | null
  /** Of a list in pages. */
  page?: number
  /** The title stands alone, without the site's name behind it. */
  absoluteTitle?: boolean
}

/** What the head of a page says about it, in one voice for all pages. */
export async function pageMetadata(about: Page): Promise<Metadata> {
  const { locale, description, path, alternate, page = 1, absoluteTitle } = about
  const t = await getTranslations({ locale, namespace: 'page' })
  const title = page > 1 ? t('titleOfPage', { title: about.title, page: String(page) }) : about.title
  return {
    title: absoluteTitle ? { absolute: title } : title,
    description: description || undefined,
    alternates: {
      canonical: path,
      languages: alternate ? languagesOf(locale, path, alternate) : undefined,
    },
    openGraph: {
      type: 'website',
      title,
      description: description || undefined,
      url: path,
      locale: locales[locale].openGraph,
      alternateLocale: alternate ? [locales[alternate.locale].openGraph] : undefined,
    },
    twitter: { card: 'summary_large_image' },
  }
}

/* Whoever reads neither language is led to the site's first one. */
function languagesOf(locale: Locale, path: string, alternate: { locale: Locale; path: string }) {
  const paths = { [locale]: path, [alternate.locale]: alternate.path }
  return { ...paths, 'x-default': paths[defaultLocale] ?? path }
}
