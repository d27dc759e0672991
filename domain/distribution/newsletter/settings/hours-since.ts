import { z } from 'zod'
import type { Reader } from '#db/open.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import type { Tx } from '#db/write.ts'
import { type NewsletterName, type NewsletterSettings, newsletterNames } from './newsletter-settings.ts'

const FACT = 'newsletter.hours'

const stored = z.partialRecord(
  z.enum(newsletterNames),
  z.iso.datetime().transform(text => new Date(text)),
)

/** Since when each newsletter goes out at its hour; absent for those whose hour nobody has changed. */
export async function hoursSince(db: Reader | Tx): Promise<Partial<Record<NewsletterName, Date>>> {
  const text = await factOf(db, FACT)
  return text === null ? {} : stored.parse(JSON.parse(text))
}

/** Notes which newsletters go out at another hour from now on. */
export async function noteHoursIn(
  tx: Tx,
  { before, after, now }: Record<'before' | 'after', NewsletterSettings> & { now: Date },
): Promise<void> {
  const rhythm = ({ newsletters }: NewsletterSettings, name: NewsletterName) => {
    const { isOn, at, day } = newsletters[name]
    return `${isOn} ${at} ${day}`
  }
  const changed = newsletterNames.filter(name => rhythm(before, name) !== rhythm(after, name))
  if (changed.length === 0) return
  const since = { ...(await hoursSince(tx)), ...Object.fromEntries(changed.map(name => [name, now])) }
  await putFact(tx, FACT, JSON.stringify(since))
}
