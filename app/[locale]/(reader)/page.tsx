import { getTranslations } from 'next-intl/server'
import { FeedLinks } from '../../../components/feed/FeedLinks'
import { Front } from '../../../components/front/Front'
import { pageMetadata } from '../../../components/page/metadata'
import { ReaderPage } from '../../../components/page/ReaderPage'
import { frontPage } from '../../../db/queries/front'
import { mostRead as mostReadOf } from '../../../db/queries/reads'
import type { Front as FrontData } from '../../../db/shapes'
import { tag } from '../../../domain/publishing/tags'
import { otherLocale } from '../../../i18n/locales'
import { frontPath } from '../../../i18n/paths'
import { answer } from '../../../request/answer'
import { settings } from '../../../request/settings'
import { readLocale } from './params'
import { readerFrame } from './reader-frame'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [{ site }, t] = await Promise.all([readerFrame(locale), getTranslations('front')])
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: site.tagline ? t('title', { site: site.name, tagline: site.tagline }) : site.name,
    absoluteTitle: true,
    description: site.description,
    path: frontPath(locale),
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
  const [frame, front, mostRead] = await Promise.all([
    readerFrame(locale),
    frontPage(locale),
    mostReadOf(locale),
  ])
  answer({
    tags: [tag.front(locale), tag.latest(locale)],
    beside: [tag.mostRead(locale)],
    shows: [...storiesOf(front), ...mostRead.today, ...mostRead.week],
  })
  return (
    <ReaderPage frame={frame} languageSwitch={{ href: frontPath(otherLocale(locale)), exact: true }} bleed>
      <FeedLinks
        locale={locale}
        title={frame.site.name}
        path={frontPath(locale)}
        siteUrl={settings().siteUrl}
      />
      <Front
        front={front}
        mostRead={mostRead}
        locale={locale}
        breakingStoryId={frame.breaking?.article?.storyId}
      />
    </ReaderPage>
  )
}
