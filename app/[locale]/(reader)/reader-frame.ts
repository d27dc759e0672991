import { cache } from 'react'
import type { PageFrame } from '#components/page/page-frame.ts'
import { siteFrame } from '#db/queries/frame.ts'
import type { Frame } from '#db/shapes.ts'
import { offeredNewsletters } from '#domain/distribution/newsletter/settings/offered-newsletters.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { nextMidnight } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { answer, leavesParts } from '#request/answer.ts'

/** The frame around every page. React's cache asks for it once per page. */
export const readerFrame = cache(async (locale: Locale): Promise<PageFrame> => {
  const now = new Date()
  const [frame, offer] = await Promise.all([siteFrame(locale, now), offeredNewsletters(locale)])
  const isLeft = leavesParts()
  answer({ beside: [tag.frame(locale)] })
  if (!isLeft) answerForParts(frame, now)
  return { ...frame, offer, leavesParts: isLeft }
})

/** Says when what all pages share is wrong: after a change, when the breaking strip ends, and at midnight. */
export function answerForParts({ locale, breaking }: Frame, now: Date): void {
  answer({
    tags: [tag.frame(locale), tag.breaking(locale)],
    until: nextMidnight(now),
    shows: breaking?.article ? [breaking.article] : [],
  })
  if (breaking) answer({ until: breaking.until })
}

/** Says that the page shows today's headlines by their hour and those of other days by the day. */
export function answerForToday(): void {
  answer({ fades: nextMidnight(new Date()) })
}
