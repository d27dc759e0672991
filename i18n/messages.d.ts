import type ar from '#messages/ar.json'
import type { Locale } from './locales.ts'

/* The Arabic catalog is the reference: a key that it lacks does not compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof ar
  }
}
