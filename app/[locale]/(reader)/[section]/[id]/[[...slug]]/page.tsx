import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { articlePath, frontPath, sectionPath, shortPath } from '#addresses/paths.ts'
import { readStoryId } from '#addresses/story-id.ts'
import { articleToHear } from '#app/[locale]/(reader)/listen-offers.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { answerForToday, readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { sharePicture } from '#app/[locale]/(reader)/share-picture.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { frameOrigins } from '#body/player-address.ts'
import { ArticleView } from '#components/article/ArticleView.tsx'
import { articleMetadata } from '#components/article/article-metadata.ts'
import { headlineChoice } from '#components/article/headline-choice.ts'
import { HEADLINES, type Rail, railOf } from '#components/article/rail.ts'
import { Gone } from '#components/notice/Gone.tsx'
import { Missing } from '#components/notice/Missing.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { articleGraph } from '#components/structured-data/article-graph.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { articleAnswer } from '#db/queries/article.ts'
import { sectionsOf } from '#db/queries/frame.ts'
import { latestHeadlines, latestStories, relatedStories } from '#db/queries/headlines.ts'
import { mostReadApart } from '#db/queries/reads.ts'
import type { Article, ArticleAddress, HeadlineItem, SectionRef, Translation } from '#db/shapes.ts'
import { articleCard } from '#domain/distribution/share-images/share-card.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { answer, leavesParts } from '#request/answer.ts'
import { enhanceFile, extraBlocksStyleFile } from '#request/enhance-files.ts'
import { settings } from '#settings/settings.ts'
import { isCanonical } from './read-address.ts'

type Props = { params: Promise<{ locale: string; section: string; id: string; slug?: string[] }> }

const SUGGESTIONS = 12
/* The related and the most read stories, which stand elsewhere on the page, and the article itself. */
const ELSEWHERE = 15

const noticeTitles = { withdrawn: 'gone', elsewhere: 'elsewhere', missing: 'missing' } as const

/* Metadata and page both ask; React's cache answers both with one query. */
const find = cache(articleAnswer)

async function read({ params }: Props) {
  const { locale: localeSegment, ...requested } = await params
  const locale = readLocale(localeSegment)
  const storyId = readStoryId(requested.id)
  const found = storyId === null ? ({ state: 'missing' } as const) : await find(locale, storyId)
  return { locale, requested, storyId, found }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, found } = await read(props)
  if (found.state === 'published') {
    const card = articleCard(found.article, await readerFrame(locale))
    return articleMetadata(found.article, sharePicture(card), settings().siteUrl)
  }
  const t = await getTranslations({ locale, namespace: 'notice' })
  return { title: t(noticeTitles[found.state]), robots: { index: false } }
}

export default async function ArticleRoute(props: Props) {
  const { locale, requested, storyId, found } = await read(props)
  /* A page without an article is tagged too: the story may be published later, or come back. */
  if (storyId !== null) answer({ tags: [tag.story(storyId)] })
  switch (found.state) {
    case 'published':
      return publishedPage(found.article, requested)
    case 'withdrawn':
      return withdrawnPage(locale, found.section)
    case 'elsewhere':
      return elsewherePage(locale, found.translation)
    case 'missing':
      return missingPage(locale)
  }
}

async function publishedPage(article: Article, requested: Omit<Awaited<Props['params']>, 'locale'>) {
  const { locale, storyId, slug, section } = article
  const address = { locale, storyId, slug, sectionSlug: section.slug }
  if (!isCanonical(requested, address)) {
    answer({ status: 308, location: articlePath(locale, address) })
    return null
  }
  /* The edge chooses the headlines when it puts the page together. */
  const isLeft = leavesParts()
  const [frame, related, mostRead, latest, languageSwitch, listen] = await Promise.all([
    readerFrame(locale),
    relatedStories(article),
    mostReadApart(locale),
    isLeft ? [] : latestHeadlines(locale, HEADLINES + ELSEWHERE),
    article.translation ? exactSwitch(article.translation) : sectionSwitch(locale, section),
    articleToHear(article),
  ])
  const ranked = [...mostRead.today, ...mostRead.week]
  const named = new Set([storyId, ...[...related, ...ranked].map(item => item.storyId)])
  const others = latest.filter(item => !named.has(item.storyId))
  const rail = railOf(article, {
    ranked: ranked.length,
    available: isLeft ? Number.POSITIVE_INFINITY : others.length,
    hasOffer: frame.offer !== null,
  })
  const headlines = others.slice(0, rail.headlines)
  const pictured = isLeft ? [] : await picturedAmong(headlines, rail, locale, named.size)
  const elsewhere = [storyId, ...related.map(item => item.storyId)]
  answer({
    beside: [
      ...(isLeft ? [] : [tag.latest(locale), tag.mostRead(locale)]),
      tag.section(section.id),
      ...article.topics.map(topic => tag.topic(topic.id)),
      ...article.authors.map(author => tag.author(author.id)),
    ],
    shows: [article, ...related, ...(isLeft ? [] : [...headlines, ...ranked])],
    read: article.id,
    frames: frameOrigins(article.body),
  })
  const { siteUrl } = settings()
  const share = sharePicture(articleCard(article, frame))
  return (
    <ReaderPage frame={frame} compact current={{ sectionKey: section.key }} languageSwitch={languageSwitch}>
      <StructuredData graph={articleGraph(article, { frame, siteUrl }, share)} />
      <ArticleView
        article={article}
        siteName={frame.site.name}
        shortUrl={siteUrl + shortPath(storyId, locale)}
        related={related}
        rail={rail}
        headlines={headlines}
        pictured={pictured}
        mostRead={mostRead}
        offer={frame.offer}
        listen={listen}
        breakingStoryId={frame.breaking?.article?.storyId}
        extraStyle={extraBlocksStyleFile()}
        photoScript={enhanceFile('photos')}
        latestChoice={isLeft ? headlineChoice(rail, elsewhere) : null}
      />
    </ReaderPage>
  )
}

/* Some of the first headlines have their picture: they surely stand beside the article. */
async function picturedAmong(headlines: HeadlineItem[], rail: Rail, locale: Locale, passedOver: number) {
  if (rail.pictured === 0) return []
  const step = Math.max(1, Math.floor(headlines.length / 3 / rail.pictured))
  const chosen = new Set(
    headlines
      .filter((_, index) => index % step === 0)
      .slice(0, rail.pictured)
      .map(item => item.storyId),
  )
  const stories = await latestStories(locale, passedOver + rail.pictured * step)
  return stories.filter(story => chosen.has(story.storyId))
}

async function withdrawnPage(locale: Locale, section: SectionRef) {
  const [frame, suggestions, languageSwitch] = await Promise.all([
    readerFrame(locale),
    latestHeadlines(locale, SUGGESTIONS),
    sectionSwitch(locale, section),
  ])
  answerForToday()
  answer({ status: 410, beside: [tag.latest(locale)], shows: suggestions })
  return (
    <ReaderPage frame={frame} compact current={{ sectionKey: section.key }} languageSwitch={languageSwitch}>
      <Gone section={section} suggestions={suggestions} />
    </ReaderPage>
  )
}

async function elsewherePage(locale: Locale, translation: Translation) {
  const [frame, suggestions] = await Promise.all([readerFrame(locale), latestHeadlines(locale, SUGGESTIONS)])
  answerForToday()
  answer({ status: 404, beside: [tag.latest(locale)], shows: suggestions })
  const { headline } = translation
  const href = articlePath(translation.locale, translation)
  return (
    <ReaderPage frame={frame} compact languageSwitch={exactSwitch(translation)}>
      <Missing suggestions={suggestions} elsewhere={{ href, headline, locale: translation.locale }} />
    </ReaderPage>
  )
}

function exactSwitch(translation: ArticleAddress) {
  return { href: articlePath(translation.locale, translation), exact: true }
}

/* Without a translation the switch leads to the same section in the other language, and says so. */
async function sectionSwitch(locale: Locale, section: SectionRef) {
  const other = otherLocale(locale)
  const there = (await sectionsOf(other)).find(each => each.key === section.key)
  return { href: there ? sectionPath(other, there.slug) : frontPath(other), exact: false }
}
