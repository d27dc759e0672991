import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import {
  type NewsletterName,
  newsletterNames,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { ImportedSubscriber } from '#domain/editorial/newsletter/import-subscribers.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'

/** A line of a file of subscribers, or why it cannot be used. */
export type ReadSubscriber =
  | { kind: 'subscriber'; line: number; subscriber: ImportedSubscriber }
  | { kind: 'mistake'; line: number; mistake: string }

type Defaults = { locale: Locale; newsletters: readonly NewsletterName[]; wording: string; now: Date }

/* As Ghost, Mailchimp, Substack, MailPoet and this portal name the columns. */
const COLUMNS = new Map<string, 'email' | 'language' | 'newsletters' | 'confirmed' | 'consent'>([
  ['email', 'email'],
  ['email address', 'email'],
  ['e-mail', 'email'],
  ['address', 'email'],
  ['language', 'language'],
  ['locale', 'language'],
  ['newsletters', 'newsletters'],
  ['lists', 'newsletters'],
  ['confirmed_at', 'confirmed'],
  ['confirm_time', 'confirmed'],
  ['created_at', 'confirmed'],
  ['optin_time', 'confirmed'],
  ['consent', 'consent'],
])

/**
 * Reads subscribers from CSV with a line of names first. What a line does not say has the default.
 * @throws ExpectedError 'subscribers.noAddressColumn', 'subscribers.notCsv'
 */
export async function* readSubscribers(input: Readable, defaults: Defaults): AsyncGenerator<ReadSubscriber> {
  const parser = input.pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      columns: toColumns,
    }),
  )
  input.once('error', error => parser.destroy(error))
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string | undefined>
      info: { lines: number }
    }>)
      yield readLine(record, info.lines, defaults)
  } catch (error) {
    if (error instanceof ExpectedError || !isCsvFault(error)) throw error
    throw new ExpectedError('subscribers.notCsv', { reason: error.message }, { cause: error })
  }
}

function toColumns(names: string[]): (string | undefined)[] {
  const columns = names.map(name => COLUMNS.get(name.trim().toLowerCase()))
  if (!columns.includes('email'))
    throw new ExpectedError('subscribers.noAddressColumn', { names: names.join(', ').slice(0, 200) })
  return columns.map((column, index) => column ?? `other ${index}`)
}

function readLine(
  record: Record<string, string | undefined>,
  line: number,
  { locale, newsletters, wording, now }: Defaults,
): ReadSubscriber {
  const mistake = (text: string): ReadSubscriber => ({ kind: 'mistake', line, mistake: text })
  const address = readMailAddress(record.email ?? '')
  if (address.kind === 'wrong') return mistake(`no address that can be written to (${address.reason})`)
  const language = record.language?.toLowerCase().slice(0, 2)
  if (language && !isLocale(language)) return mistake(`the language ${record.language}: it must be ar or en`)
  const named = (record.newsletters ?? '').split(/[\s,;|]+/).filter(Boolean)
  const unknown = named.find(name => !newsletterNames.some(known => known === name))
  if (unknown) return mistake(`the newsletter ${unknown}: it must be ${newsletterNames.join(', ')}`)
  const confirmedAt = record.confirmed ? new Date(record.confirmed) : now
  if (Number.isNaN(confirmedAt.getTime()) || confirmedAt > now)
    return mistake(
      `the time ${record.confirmed}: it must be like 2026-01-03T08:00:00Z, and not in the future`,
    )
  return {
    kind: 'subscriber',
    line,
    subscriber: {
      address,
      locale: isLocale(language) ? language : locale,
      newsletters: named.length > 0 ? (named as NewsletterName[]) : newsletters,
      confirmedAt,
      wording: record.consent || wording,
    },
  }
}

function isCsvFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}
