import { cache } from 'react'
import type { PageFrame } from '#components/page/page-frame.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { offeredNewsletters } from '#domain/distribution/newsletter/settings/offered-newsletters.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { nextMidnight } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'

/**
 * The frame around every page. It also sets when caches must drop the page: when the frame changes, when the breaking
 * strip ends, and at midnight, because the masthead shows the date. React's cache asks for it once per page.
 */
export const readerFrame = cache(async (locale: Locale): Promise<PageFrame> => {
  const now = new Date()
  const [frame, offer] = await Promise.all([siteFrame(locale, now), offeredNewsletters(locale)])
  const { breaking } = frame
  answer({
    tags: [tag.frame(locale)],
    until: nextMidnight(now),
    shows: breaking?.article ? [breaking.article] : [],
  })
  if (breaking) answer({ until: breaking.until })
  return { ...frame, offer }
})
