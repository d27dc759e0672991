import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '#i18n/locales.ts'

/** The head of the 404 page, for every route that finds nothing. */
export async function missingMetadata(locale: Locale): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'notice' })
  return { title: t('missing'), robots: { index: false } }
}
