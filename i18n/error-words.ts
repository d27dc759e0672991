import { createTranslator } from 'use-intl/core'
import type { ExpectedError } from '#errors/expected-error.ts'
import ar from '#messages/ar.json'
import en from '#messages/en.json'
import press from '#messages/press.json'
import { isolate } from './bidi.ts'
import type { Locale } from './locales.ts'

const catalogs = { ar: ar.errors, en: en.errors }

/**
 * The words of an expected error, as plain text without markup. Errors that only administrators meet are in English,
 * the language of `press`.
 */
export function errorWords({ code, parameters }: ExpectedError, locale: Locale): string {
  const messages: Record<string, unknown> = { ...press, ...catalogs[locale] }
  const translate = createTranslator({ locale, messages: messages as { [key: string]: string } })
  /* A name or an address of the other direction would reorder the words around it. */
  const isolated = Object.entries(parameters).map(([name, value]) => [
    name,
    locale === 'ar' && typeof value === 'string' ? isolate(value) : value,
  ])
  return translate(code, Object.fromEntries(isolated))
}
