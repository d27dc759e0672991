import type { Front as FrontData, MostRead } from '../../db/shapes'
import type { Locale } from '../../i18n/locales'
import { shownPeriods } from '../most-read/shown-periods'
import { EmptyFront } from './EmptyFront'
import { EyeLevelBand } from './EyeLevelBand'
import { type FrontBlock, planFront } from './front-plan'
import { HeadlinesBand } from './HeadlinesBand'
import { ListsBand } from './ListsBand'
import { OpinionBand } from './OpinionBand'
import { RowBand } from './RowBand'
import { TopStories } from './TopStories'
import { TrioBand } from './TrioBand'
import { WatchBand } from './WatchBand'
import { WideBand } from './WideBand'

type Props = { front: FrontData; mostRead: MostRead; locale: Locale; breakingStoryId?: number }

/** The front page, from the lead to the last headline of the day. */
export function Front({ front, mostRead, locale, breakingStoryId }: Props) {
  if (!front.lead) return <EmptyFront />
  return (
    <>
      <TopStories front={front} lead={front.lead} locale={locale} breakingStoryId={breakingStoryId} />
      {planFront(front, shownPeriods(mostRead).length > 0).map(block => band(block, front, mostRead, locale))}
      <HeadlinesBand headlines={front.headlines} locale={locale} breakingStoryId={breakingStoryId} />
    </>
  )
}

function band(block: FrontBlock, front: FrontData, mostRead: MostRead, locale: Locale) {
  switch (block.kind) {
    case 'trio':
      return <TrioBand key={block.band.section.key} band={block.band} locale={locale} />
    case 'row':
      return <RowBand key={block.band.section.key} band={block.band} locale={locale} />
    case 'wide':
      return <WideBand key={block.band.section.key} band={block.band} locale={locale} />
    case 'lists':
      return (
        <ListsBand
          key={block.bands[0]?.section.key ?? 'most-read'}
          bands={block.bands}
          mostRead={block.hasMostRead ? mostRead : null}
          locale={locale}
        />
      )
    case 'opinion':
      return <OpinionBand key="opinion" stories={front.opinion} locale={locale} />
    case 'watch':
      return <WatchBand key="watch" stories={front.watch} locale={locale} />
    case 'feature':
      return front.feature ? (
        <EyeLevelBand key="feature" story={front.feature} more={front.featureMore} locale={locale} />
      ) : null
  }
}
