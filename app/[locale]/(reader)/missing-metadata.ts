import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '#i18n/locales.ts'

/** Metadata of the 404 page. */
export async function missingMetadata(locale: Locale): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'notice' })
  return { title: t('missing'), robots: { index: false } }
}
