import { Columns } from '#components/story/Columns.tsx'
import { OpinionCard } from '#components/story/OpinionCard.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import { SectionHeading, sectionHeadingId } from './SectionHeading.tsx'

type Props = { stories: Teaser[]; locale: Locale }

const layouts = ['halves', 'halves', 'halves', 'thirds', 'row'] as const

/** Opinion pieces; a ground of their own sets them apart from the news. */
export function OpinionBand({ stories, locale }: Props) {
  const section = stories[0]?.section
  if (!section) return null
  return (
    <BandShell glaze={section.glaze} ground="tint" labelledBy={sectionHeadingId(section)}>
      <SectionHeading section={section} locale={locale} />
      <Columns layout={layouts[stories.length] ?? 'row'}>
        {stories.map(story => (
          <OpinionCard key={story.storyId} story={story} locale={locale} stacked />
        ))}
      </Columns>
    </BandShell>
  )
}
