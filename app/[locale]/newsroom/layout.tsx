import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readLocale } from '#app/[locale]/params.ts'
import { locales } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'

/* A page of the newsroom belongs to one editor: it is rendered for each request and never kept. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

type Props = { params: Promise<{ locale: string }>; children: ReactNode }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const locale = readLocale((await params).locale)
  const t = await getTranslations({ locale })
  const newsroom = t('newsroom.title')
  return {
    metadataBase: new URL(settings().siteUrl),
    title: { default: newsroom, template: t('site.titleWithSite', { title: '%s', site: newsroom }) },
    robots: { index: false, follow: false },
  }
}

/**
 * The editors' own root layout: nothing of the readers' script, theme or styles reaches a page below it. The build
 * leaves it out until there is a page; e2e/two-sides.spec.ts holds both sides apart from then on.
 */
export default async function NewsroomLayout({ params, children }: Props) {
  const locale = readLocale((await params).locale)
  return (
    <html lang={locale} dir={locales[locale].dir}>
      <body>{children}</body>
    </html>
  )
}
