import type { ListenOffer } from '#components/listening/listen-offer.ts'
import { NewsletterBox } from '#components/newsletter/NewsletterBox.tsx'
import type { NewsletterOffer } from '#components/newsletter/newsletter-offer.ts'
import type { Front as FrontData, MostRead } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { arrangeFront } from './arrange-front.ts'
import { BandShell } from './BandShell.tsx'
import { EmptyFront } from './EmptyFront.tsx'
import { EyeLevelBand } from './EyeLevelBand.tsx'
import type { FrontBlock } from './front-layout.ts'
import { HeadlinesBand } from './HeadlinesBand.tsx'
import { ListsBand } from './ListsBand.tsx'
import { OpinionBand } from './OpinionBand.tsx'
import { RowBand } from './RowBand.tsx'
import { TopStories } from './TopStories.tsx'
import { TrioBand } from './TrioBand.tsx'
import { WatchBand } from './WatchBand.tsx'
import { WideBand } from './WideBand.tsx'

type Props = {
  front: FrontData
  mostRead: MostRead
  locale: Locale
  breakingStoryId?: number
  offer: NewsletterOffer | null
  listen: ListenOffer | null
}

/** The front page, from the lead to the last headline of the day. */
export function Front({ front, mostRead, locale, breakingStoryId, offer, listen }: Props) {
  if (!front.lead) return <EmptyFront />
  const { blocks, featureMore, latest, headlines } = arrangeFront(front, mostRead, breakingStoryId)
  return (
    <>
      <TopStories front={front} latest={latest} lead={front.lead} locale={locale} listen={listen} />
      {blocks.map(block => band(block, { ...front, featureMore }, mostRead, locale))}
      {offer && (
        <BandShell>
          <NewsletterBox offer={offer} place="front" />
        </BandShell>
      )}
      <HeadlinesBand headlines={headlines} locale={locale} />
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
