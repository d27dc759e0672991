import { reader } from '#db/open.ts'
import { type Subscriber, subscribersAfter } from '#db/queries/newsletter/subscribers.ts'
import { toCell } from './spreadsheet-text.ts'

const AT_ONCE = 1000
const COLUMNS = ['email', 'language', 'newsletters', 'confirmed_at', 'consent', 'silenced'] as const

/** All subscribers as CSV, as `readSubscribers` reads them; those who are written to no more say why. */
export async function* subscribersAsCsv(): AsyncGenerator<string> {
  yield line([...COLUMNS])
  for (let after = 0; ; ) {
    const some = await subscribersAfter(reader(), after, AT_ONCE)
    const last = some.at(-1)
    if (!last) return
    yield some.map(subscriberLine).join('')
    after = last.id
  }
}

function subscriberLine(subscriber: Subscriber): string {
  const { address, locale, newsletters, confirmedAt, consentWording, silencedFor } = subscriber
  return line([
    toCell(address),
    locale,
    newsletters.join(' '),
    confirmedAt.toISOString(),
    toCell(consentWording),
    silencedFor ?? '',
  ])
}

/* RFC 4180. */
function line(cells: string[]): string {
  return `${cells.map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
