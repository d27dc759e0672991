import { Columns } from '#components/story/Columns.tsx'
import { hasPictures } from '#components/story/has-pictures.ts'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Band } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import { SectionHeading, sectionHeadingId } from './SectionHeading.tsx'

type Props = { band: Band; locale: Locale }

const layouts = ['halves', 'halves', 'halves', 'thirds', 'row'] as const

/** Four stories of equal weight, side by side. */
export function RowBand({ band: { section, stories }, locale }: Props) {
  return (
    <BandShell glaze={section.glaze} labelledBy={sectionHeadingId(section)}>
      <SectionHeading section={section} locale={locale} />
      <Columns layout={layouts[stories.length] ?? 'row'}>
        {stories.map(story => (
          <StoryCard
            key={story.storyId}
            story={story}
            locale={locale}
            label={false}
            tiles={hasPictures(stories)}
            row
            sizes="(min-width: 64em) 20rem, (min-width: 48em) 45vw, 6.5rem"
          />
        ))}
      </Columns>
    </BandShell>
  )
}
