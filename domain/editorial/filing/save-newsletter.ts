import { canonicalJson } from '#body/canonical-json.ts'
import { putFact } from '#db/queries/facts.ts'
import { type Tx, write } from '#db/write.ts'
import { noteHoursIn } from '#domain/distribution/newsletter/settings/hours-since.ts'
import {
  NEWSLETTER_FACT,
  type NewsletterOverrides,
  newsletterNames,
  newsletterOverrides,
  resolveSettings,
  storedOverrides,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { localeList } from '#i18n/locales.ts'
import { performFiling } from './filing-verb.ts'

/**
 * Changes the settings of the newsletters: hours, names, sender, postal address. What is not given stays.
 * @throws ZodError for values that are none
 */
export function saveNewsletter(actor: Actor, change: NewsletterOverrides, now = new Date()): Promise<void> {
  return write(tx => saveNewsletterIn(tx, actor, change, now))
}

export function saveNewsletterIn(
  tx: Tx,
  actor: Actor,
  change: NewsletterOverrides,
  now = new Date(),
): Promise<void> {
  const what = { permission: 'site.write', subject: { kind: 'site' }, now } as const
  return performFiling(tx, actor, what, async () => {
    const before = await storedOverrides(tx)
    const after = newsletterOverrides.parse(merged(before, change))
    if (canonicalJson(after) === canonicalJson(before)) return { result: undefined, entry: null }
    await putFact(tx, NEWSLETTER_FACT, canonicalJson(after))
    await noteHoursIn(tx, { before: resolveSettings(before), after: resolveSettings(after), now })
    /* Boxes of every page name the newsletter, and footers lead to it. */
    const tags = localeList.flatMap(locale => [tag.front(locale), tag.frame(locale)])
    const detail = { changed: Object.keys(change) }
    return { result: undefined, entry: { verb: 'change', subject: 'newsletter', detail, tags } }
  })
}

function merged(before: NewsletterOverrides, change: NewsletterOverrides): NewsletterOverrides {
  const newsletters = { ...before.newsletters }
  for (const name of newsletterNames) {
    const [old, given] = [before.newsletters?.[name], change.newsletters?.[name]]
    if (given)
      newsletters[name] = {
        ...old,
        ...given,
        titles: { ...old?.titles, ...given.titles },
        about: { ...old?.about, ...given.about },
      }
  }
  return {
    ...before,
    ...change,
    newsletters,
    headline: { ...before.headline, ...change.headline },
    standfirst: { ...before.standfirst, ...change.standfirst },
    senderNames: { ...before.senderNames, ...change.senderNames },
    postalAddress: { ...before.postalAddress, ...change.postalAddress },
  }
}
