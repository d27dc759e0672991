import { headlinesToHear } from '#app/[locale]/(reader)/listen-offers.ts'
import { answerForParts, readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { LatestColumn } from '#components/article/LatestColumn.tsx'
import { HEADLINES } from '#components/article/rail.ts'
import { Footer } from '#components/footer/Footer.tsx'
import { BreakingStrip } from '#components/masthead/BreakingStrip.tsx'
import { MastheadDate } from '#components/masthead/MastheadDate.tsx'
import { SectionNav } from '#components/masthead/SectionNav.tsx'
import { MostRead } from '#components/most-read/MostRead.tsx'
import { StoryMark } from '#components/page/StoryMark.tsx'
import { latestHeadlines, latestStories } from '#db/queries/headlines.ts'
import { mostReadApart } from '#db/queries/reads.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { answer } from '#request/answer.ts'

type Props = { params: Promise<{ locale: string }> }

/* Those that an article names elsewhere are left out of its column. */
const SPARE = 20

/** Everything that the pages of a language share. The edge puts it into each of them. Not reachable from outside. */
export default async function PartsRoute({ params }: Props) {
  const locale = readLocale((await params).locale)
  const now = new Date()
  const [frame, mostRead, headlines, stories, listen] = await Promise.all([
    readerFrame(locale),
    mostReadApart(locale),
    latestHeadlines(locale, HEADLINES + SPARE),
    latestStories(locale, HEADLINES + SPARE),
    headlinesToHear(locale),
  ])
  answerForParts(frame, now)
  answer({
    tags: [tag.latest(locale), tag.mostRead(locale)],
    shows: [...headlines, ...mostRead.today, ...mostRead.week],
  })
  const { sections, breaking } = frame
  return (
    <>
      <shared-part name="date">
        <MastheadDate locale={locale} />
      </shared-part>
      {[undefined, ...sections.map(({ key }) => key)].map(current => (
        <shared-part key={current ?? ''} name="sections" choice={current}>
          <SectionNav sections={sections} locale={locale} currentKey={current} />
        </shared-part>
      ))}
      <shared-part name="breaking">
        {breaking && (
          <StoryMark storyId={breaking.article?.storyId ?? 0} isMarked={breaking.article !== null}>
            <BreakingStrip breaking={breaking} locale={locale} />
          </StoryMark>
        )}
      </shared-part>
      <shared-part name="mostRead">
        <MostRead lists={mostRead} locale={locale} thin isMarked />
      </shared-part>
      <shared-part name="latest">
        <LatestColumn
          headlines={headlines}
          pictured={stories}
          locale={locale}
          breakingStoryId={breaking?.article?.storyId}
          listen={listen}
          isMarked
        />
      </shared-part>
      <shared-part name="footer">
        <Footer frame={frame} />
      </shared-part>
    </>
  )
}
