import { momentText } from '#cli/moment.ts'
import { terminalText } from '#cli/terminal-text.ts'
import { reader } from '#db/open.ts'
import {
  countDeliveries,
  countNotReached,
  type Edition,
  editionTextsOf,
} from '#db/queries/newsletter/editions.ts'
import type { DeliveryState } from '#db/schema/tables.ts'
import type { Hold } from '#domain/distribution/newsletter/holding.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'

/** Deliveries that a person may want to know of. */
export const UNSETTLED: DeliveryState[] = [
  'waiting',
  'claimed',
  'handed',
  'refused',
  'unconfirmed',
  'returned',
]

/** An edition as a person asks for it, with its numbers as they are now. */
export async function editionReport(edition: Edition) {
  const { id, newsletter, state, dueAt, madeAt, finishedAt, storyId, failure } = edition
  const texts = await editionTextsOf(reader(), id)
  const isOver = state === 'sent' || state === 'cancelled' || state === 'empty'
  const { open, ...counts } = isOver ? { ...edition, open: 0 } : await countDeliveries(reader(), id)
  const left = isOver
    ? 0
    : await countNotReached(
        reader(),
        edition,
        texts.map(({ locale }) => locale),
      )
  return {
    ...{ id, newsletter, state, dueAt, madeAt, finishedAt, storyId, failure },
    subjects: Object.fromEntries(texts.map(({ locale, subject }) => [locale, subject])),
    waiting: open + left,
    sent: counts.sent,
    refused: counts.refused,
    returned: counts.returned,
    unconfirmed: counts.unconfirmed,
    skipped: counts.skipped,
  }
}

type Report = Awaited<ReturnType<typeof editionReport>>

/** `12  2026-11-30 07:00  daily  sent  sent 1204, refused 3` */
export function editionLine(report: Report): string {
  const numbers = (['sent', 'waiting', 'refused', 'returned', 'unconfirmed', 'skipped'] as const)
    .filter(name => report[name] > 0 || name === 'sent')
    .map(name => `${name} ${report[name]}`)
    .join(', ')
  const [subject] = Object.values(report.subjects)
  const columns = [String(report.id), momentText(report.dueAt), report.newsletter, report.state, numbers]
  return `${columns.join('  ')}${subject ? `  ${terminalText(subject)}` : ''}`
}

/** Why nothing is sent, and what to do. */
export function holdLine({ reason, since }: Hold): string {
  return errorWords(new ExpectedError('newsletter.held', { reason, since: momentText(since) }), 'en')
}
