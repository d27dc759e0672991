import { MostRead } from '#components/most-read/MostRead.tsx'
import { Columns } from '#components/story/Columns.tsx'
import { hasPictures } from '#components/story/has-pictures.ts'
import { Ruled } from '#components/story/Ruled.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Band, MostRead as MostReadLists } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import styles from './ListsBand.module.css'
import { SectionHeading, sectionHeadingId } from './SectionHeading.tsx'

type Props = { bands: Band[]; mostRead?: MostReadLists | null; locale: Locale }

const layouts = ['single', 'single', 'halves', 'thirds'] as const

/** Up to three lists side by side: the most read, and sections with a picture and headlines below it. */
export function ListsBand({ bands, mostRead, locale }: Props) {
  const abreast = bands.length + Number(Boolean(mostRead))
  const tiles = bands.some(band => hasPictures(band.stories))
  return (
    <BandShell>
      <Columns layout={layouts[abreast] ?? 'thirds'} headed>
        {mostRead && <MostRead lists={mostRead} locale={locale} />}
        {bands.map(({ section, stories }) => (
          <section
            key={section.key}
            className={styles.list}
            data-section={section.glaze}
            aria-labelledby={sectionHeadingId(section)}
          >
            <SectionHeading section={section} locale={locale} />
            <Ruled fill={tiles ? 'picture' : 'space'}>
              {stories.map((story, index) => (
                <StoryCard
                  key={story.storyId}
                  story={story}
                  locale={locale}
                  label={false}
                  picture={index === 0}
                  tiles={tiles}
                  brief={index > 0}
                  fill
                  row
                  sizes="(min-width: 64em) 27rem, (min-width: 48em) 45vw, 6.5rem"
                />
              ))}
            </Ruled>
          </section>
        ))}
      </Columns>
    </BandShell>
  )
}
