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
import { fromCell } from './spreadsheet-text.ts'

/** A line of a file of subscribers, or why it cannot be used. */
export type ReadSubscriber =
  | { kind: 'subscriber'; line: number; subscriber: ImportedSubscriber }
  /** Where the file comes from, nobody writes to them any more, or not yet. */
  | { kind: 'gone'; line: number }
  | { kind: 'mistake'; line: number; mistake: string }

type Defaults = { locale: Locale; newsletters: readonly NewsletterName[]; wording: string; now: Date }

/* As Ghost, Mailchimp, Substack, MailPoet and this portal name the columns, the one that says most first. */
const EMAIL = ['email', 'email address', 'e-mail', 'address']
const LANGUAGE = ['language', 'locale']
const NEWSLETTERS = ['newsletters', 'lists']
const CONFIRMED = ['confirmed_at', 'confirm_time', 'optin_time', 'created_at', 'created']

/* Their exports list people who have left beside those who have not. A word in one of the first columns, or a time in one of the
   last, tells them apart; a word that is not known keeps away, since nobody has agreed by it. */
const STATE = ['subscribed_to_emails', 'status', 'global status', 'list status', 'subscription status']
const STAYS = ['', 'true', '1', 'yes', 'subscribed', 'active', 'confirmed']
const GONE_SINCE = ['unsub_time', 'clean_time', 'unsubscribed_at', 'deleted_at', 'silenced']

/**
 * Reads subscribers from CSV with a line of names first. What a line does not say has the default.
 * @throws ExpectedError 'subscribers.empty', 'subscribers.noAddressColumn', 'subscribers.notCsv'
 */
export async function* readSubscribers(input: Readable, defaults: Defaults): AsyncGenerator<ReadSubscriber> {
  let hasNames = false
  const parser = input.pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      columns: names => {
        hasNames = true
        return toColumns(names)
      },
    }),
  )
  input.once('error', error => parser.destroy(error))
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Row
      info: { lines: number }
    }>)
      yield readLine(record, info.lines, defaults)
    if (!hasNames) throw new ExpectedError('subscribers.empty')
  } catch (error) {
    if (error instanceof ExpectedError || !isCsvFault(error)) throw error
    throw new ExpectedError('subscribers.notCsv', { reason: error.message }, { cause: error })
  }
}

type Row = Record<string, string | undefined>

function toColumns(names: string[]): string[] {
  const columns = names.map(name => name.trim().toLowerCase())
  if (!EMAIL.some(name => columns.includes(name)))
    throw new ExpectedError('subscribers.noAddressColumn', {
      names: names
        .join(', ')
        .replace(/\p{Cc}+/gu, ' ')
        .slice(0, 200),
    })
  return columns
}

function readLine(row: Row, line: number, { locale, newsletters, wording, now }: Defaults): ReadSubscriber {
  const mistake = (text: string): ReadSubscriber => ({ kind: 'mistake', line, mistake: text })
  if (isGone(row)) return { kind: 'gone', line }
  const address = readMailAddress(fromCell(firstOf(row, EMAIL) ?? ''))
  if (address.kind === 'wrong') return mistake(`no address that can be written to (${address.reason})`)
  const namedLanguage = firstOf(row, LANGUAGE)
  const language = namedLanguage?.toLowerCase().slice(0, 2)
  if (language && !isLocale(language)) return mistake(`the language ${namedLanguage}: it must be ar or en`)
  const named = (firstOf(row, NEWSLETTERS) ?? '').split(/[\s,;|]+/).filter(Boolean)
  const unknown = named.find(name => !newsletterNames.some(known => known === name))
  if (unknown) return mistake(`the newsletter ${unknown}: it must be ${newsletterNames.join(', ')}`)
  const confirmed = firstOf(row, CONFIRMED)
  const confirmedAt = confirmed ? new Date(confirmed) : now
  if (Number.isNaN(confirmedAt.getTime()) || confirmedAt > now)
    return mistake(`the time ${confirmed}: it must be like 2026-01-03T08:00:00Z, and not in the future`)
  return {
    kind: 'subscriber',
    line,
    subscriber: {
      address,
      locale: isLocale(language) ? language : locale,
      newsletters: named.length > 0 ? (named as NewsletterName[]) : newsletters,
      confirmedAt,
      wording: fromCell(row.consent ?? '') || wording,
    },
  }
}

const firstOf = (row: Row, names: string[]) => names.map(name => row[name]).find(Boolean)

const isGone = (row: Row) =>
  STATE.some(name => !STAYS.includes((row[name] ?? '').toLowerCase())) || GONE_SINCE.some(name => row[name])

function isCsvFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}
