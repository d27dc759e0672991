import { defaultLocale, isLocale, type Locale } from '#i18n/locales.ts'

/** The language of the site that a reader's browser would rather have, by Accept-Language; the site's own otherwise. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  let best: { locale: Locale; quality: number } | null = null
  for (const part of (acceptLanguage ?? '').slice(0, 1000).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const locale = range.trim() === '*' ? defaultLocale : range.trim().split('-')[0]
    const quality = qualityOf(parameters)
    /* Of equal wishes the first one counts. */
    if (isLocale(locale) && quality > (best?.quality ?? 0)) best = { locale, quality }
  }
  return best?.locale ?? defaultLocale
}

/** The weight among the parameters of one wish: 1 when none is given, 0 when it makes no sense. */
export function qualityOf(parameters: string[]): number {
  const given = parameters.map(parameter => parameter.trim()).find(parameter => parameter.startsWith('q='))
  if (given === undefined) return 1
  const quality = Number(given.slice(2))
  return quality >= 0 && quality <= 1 ? quality : 0
}
