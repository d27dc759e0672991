import { createTranslator } from 'use-intl/core'
import ar from '#messages/ar.json'
import en from '#messages/en.json'
import type { Locale } from './locales.ts'

const catalogs = { ar, en } as const satisfies Record<Locale, unknown>

type Namespace = keyof typeof ar

/** Translates outside of pages, as for mails and feeds: the words of a namespace of the catalogs. */
export function translator<Name extends Namespace>(locale: Locale, namespace: Name) {
  return createTranslator({ locale, messages: catalogs[locale] as typeof ar, namespace })
}

/** The words of the player as the catalog has them: its script in the browser fills their places. */
export function playerWords(locale: Locale) {
  return catalogs[locale].listening.player
}
