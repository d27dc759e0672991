import { inBytes } from '#server/rendering/mark-offsets.ts'
import { toPlainHtml } from '#server/rendering/plain-html.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'

type Facts = { tags?: string[]; shows?: number[]; until?: Date | null }

/** A finished page of a source with marks, as the rendering thread gives it. */
export function markedPage(
  source: string,
  { tags = [], shows = [], until = null }: Facts = {},
): FinishedPage {
  const { html, marks } = toPlainHtml(source)
  return {
    kind: 'page',
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(html),
    cacheControl: null,
    link: null,
    marks: inBytes(marks, html),
    answer: {
      tags: new Set(tags),
      beside: new Set(),
      shows: new Set(shows),
      until,
      fades: null,
      read: null,
      frames: new Set(),
    },
  }
}

const line = (story: number) =>
  `<shared-part name="story" story="${story}"><li><shared-part name="picture"><img alt="ص"></shared-part>خبر ${story}</li></shared-part>`

/** The page of the parts, with these latest headlines, most read stories and strip. */
export function partsPageOf({
  latest = [1, 2, 3, 4],
  ranked = [9],
  breaking = '',
  facts = {} as Facts,
} = {}) {
  const strip = breaking && `<breaking-strip data-id="ar-1"><p>${breaking}</p></breaking-strip>`
  return markedPage(
    `<html><body><shared-part name="date">الثلاثاء</shared-part>` +
      `<shared-part name="sections"><nav>كلها</nav></shared-part>` +
      `<shared-part name="sections" choice="world"><nav>العالم</nav></shared-part>` +
      `<shared-part name="breaking">${strip}</shared-part>` +
      `<shared-part name="mostRead"><ol>${ranked.map(story => `<shared-part name="story" story="${story}"><li>مقروء ${story}</li></shared-part>`).join('')}</ol></shared-part>` +
      `<shared-part name="latest"><aside><ol>${latest.map(line).join('')}</ol></aside></shared-part>` +
      `<shared-part name="footer"><footer>تذييل</footer></shared-part></body></html>`,
    facts,
  )
}
