import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { manifestPath } from '#addresses/paths.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { preloadFonts } from '#components/theme/font-files.ts'
import { pageColors } from '#components/theme/page-colors.ts'
import { ThemeScript } from '#components/theme/ThemeScript.tsx'
import { isolatedText } from '#i18n/isolated-text.ts'
import { locales } from '#i18n/locales.ts'
import { enhanceFile } from '#request/enhance-files.ts'
import { settings } from '#settings/settings.ts'
import { readerFrame } from './reader-frame.ts'
import '#components/theme/fonts.css'
import '#components/theme/tokens.css'
import '#components/theme/colour.css'
import '#components/theme/base.css'

/* The edge caches finished pages; a cache inside the framework would lag behind a correction. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: pageColors.light },
    { media: '(prefers-color-scheme: dark)', color: pageColors.dark },
  ],
}

type Props = { params: Promise<{ locale: string }>; children: ReactNode }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const locale = readLocale((await params).locale)
  const [t, { site }] = await Promise.all([getTranslations('site'), readerFrame(locale)])
  return {
    metadataBase: new URL(settings().siteUrl),
    title: {
      default: site.name,
      template: t('titleWithSite', { title: '%s', site: isolatedText(site.name, locale) }),
    },
    applicationName: site.name,
    robots: { 'max-image-preview': 'large' },
    formatDetection: { telephone: false, date: false, address: false, email: false },
    manifest: manifestPath(locale),
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
  }
}

/** The readers' root layout: language, direction, fonts, and the reader's own choices before the first paint. */
export default async function LocaleLayout({ params, children }: Props) {
  const locale = readLocale((await params).locale)
  const { site, breaking, leavesParts } = await readerFrame(locale)
  return (
    /* In development the theme script sets attributes on this element before React hydrates it. */
    <html
      lang={locale}
      dir={locales[locale].dir}
      data-breaking={leavesParts ? '' : breaking?.id}
      suppressHydrationWarning
    >
      <head>
        <ThemeScript />
        {/* Open Graph data of a page replaces the layout's, so the site's name is written here. */}
        <meta property="og:site_name" content={site.name} />
        {preloadFonts[locale].map(file => (
          <link key={file} rel="preload" as="font" type="font/woff2" href={file} crossOrigin="anonymous" />
        ))}
        <script type="module" src={enhanceFile('reader')} />
      </head>
      <body>{children}</body>
    </html>
  )
}
