import { getTranslations } from 'next-intl/server'
import { frontPath, podcastPath } from '#addresses/paths.ts'
import { readLocale } from '#app/[locale]/params.ts'
import { FeedLinks } from '#components/feed/FeedLinks.tsx'
import { Front } from '#components/front/Front.tsx'
import { pageMetadata } from '#components/page/metadata.ts'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { frontGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { newestWithSound } from '#db/queries/audio/public-sounds.ts'
import { frontPage } from '#db/queries/front.ts'
import { mostReadApart } from '#db/queries/reads.ts'
import type { Front as FrontData } from '#db/shapes.ts'
import { siteCard } from '#domain/distribution/share-images/share-card.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'
import { headlinesToHear } from './listen-offers.ts'
import { answerForToday, readerFrame } from './reader-frame.ts'
import { sharePicture } from './share-picture.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [frame, t] = await Promise.all([readerFrame(locale), getTranslations('front')])
  const { site } = frame
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: site.tagline ? t('title', { site: site.name, tagline: site.tagline }) : site.name,
    absoluteTitle: true,
    description: site.description,
    path: frontPath(locale),
    share: sharePicture(siteCard(frame)),
    alternate: { locale: other, path: frontPath(other) },
  })
}

function storiesOf(front: FrontData) {
  const { lead, leadMore, second, latest, bands, feature, featureMore, opinion, watch, headlines } = front
  const single = [lead, feature].filter(story => story !== null)
  const listed = [leadMore, second, latest, featureMore, opinion, watch, headlines]
  return [...single, ...listed.flat(), ...bands.flatMap(band => band.stories)]
}

export default async function FrontRoute({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [frame, front, mostRead, listen, heard] = await Promise.all([
    readerFrame(locale),
    frontPage(locale),
    mostReadApart(locale),
    headlinesToHear(locale),
    newestWithSound(locale, 1, new Date()),
  ])
  answerForToday()
  const t = await getTranslations('podcast')
  const podcast =
    heard.length > 0 ? { path: podcastPath(locale), title: t('title', { site: frame.site.name }) } : null
  answer({
    tags: [tag.front(locale), tag.latest(locale), tag.audio(locale)],
    beside: [tag.mostRead(locale)],
    shows: [...storiesOf(front), ...mostRead.today, ...mostRead.week],
  })
  return (
    <ReaderPage frame={frame} languageSwitch={{ href: frontPath(otherLocale(locale)), exact: true }} bleed>
      <StructuredData graph={frontGraph({ frame, siteUrl: settings().siteUrl })} />
      <FeedLinks title={frame.site.name} path={frontPath(locale)} podcast={podcast} />
      <Front
        front={front}
        mostRead={mostRead}
        locale={locale}
        offer={frame.offer}
        listen={listen}
        breakingStoryId={frame.breaking?.article?.storyId}
      />
    </ReaderPage>
  )
}
