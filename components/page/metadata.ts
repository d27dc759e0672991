import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { isolatedText } from '#i18n/isolated-text.ts'
import { defaultLocale, type Locale, locales } from '#i18n/locales.ts'

/** The picture that represents a page where somebody shares it; `path` is without the origin. */
export type SharePicture = { path: string; width: number; height: number; type: string; alt: string }

type Page = {
  locale: Locale
  title: string
  description: string
  /** Percent-encoded path; the layout adds the origin. */
  path: string
  /** The counterpart in the other language, where there is one. */
  alternate?: { locale: Locale; path: string } | null
  /** Page number of a paged list. */
  page?: number
  /** Leaves out the site's name after the title. */
  absoluteTitle?: boolean
  share?: SharePicture
  /** Search engines should follow the links of the page, but not list it. */
  isUnlisted?: boolean
}

/** Metadata of a page, in one form for all pages. */
export async function pageMetadata(about: Page): Promise<Metadata> {
  const { locale, path, alternate, page = 1, absoluteTitle, share, isUnlisted } = about
  const t = await getTranslations({ locale, namespace: 'page' })
  const ownTitle = isolatedText(about.title, locale)
  const title = page > 1 ? t('titleOfPage', { title: ownTitle, page: String(page) }) : ownTitle
  const description = isolatedText(about.description, locale) || undefined
  return {
    title: absoluteTitle ? { absolute: title } : title,
    description,
    ...(isUnlisted && { robots: { index: false, follow: true } }),
    alternates: {
      canonical: path,
      languages: alternate ? languagesOf(locale, path, alternate) : undefined,
    },
    openGraph: {
      type: 'website',
      title,
      description,
      url: path,
      locale: locales[locale].openGraph,
      alternateLocale: alternate ? [locales[alternate.locale].openGraph] : undefined,
      images: share && [imageOf(share)],
    },
    twitter: { card: 'summary_large_image', images: share && [{ url: share.path, alt: share.alt }] },
  }
}

function imageOf({ path, ...rest }: SharePicture) {
  return { url: path, ...rest }
}

/* Readers of neither language are sent to the site's first one. */
function languagesOf(locale: Locale, path: string, alternate: { locale: Locale; path: string }) {
  const paths = { [locale]: path, [alternate.locale]: alternate.path }
  return { ...paths, 'x-default': paths[defaultLocale] ?? path }
}
