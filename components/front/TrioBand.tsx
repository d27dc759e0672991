import { Columns } from '#components/story/Columns.tsx'
import { Ruled } from '#components/story/Ruled.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Band } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import { picturedFirst } from './pictured-first.ts'
import { SectionHeading, sectionHeadingId } from './SectionHeading.tsx'

type Props = { band: Band; locale: Locale }

const IN_THE_MIDDLE = 3
const SUMMARISED = 2

/** Columns of 5-4-3: a large story, one without a picture in the middle, and one with a small picture. */
export function TrioBand({ band: { section, stories }, locale }: Props) {
  const [large, ...others] = picturedFirst(stories)
  if (!large) return null
  const middle = others.slice(0, IN_THE_MIDDLE)
  const small = others.slice(IN_THE_MIDDLE)
  return (
    <BandShell glaze={section.glaze} labelledBy={sectionHeadingId(section)}>
      <SectionHeading section={section} locale={locale} />
      <Columns layout={small.length > 0 ? 'feature' : 'wide'}>
        <StoryCard
          story={large}
          locale={locale}
          label={false}
          sizes="(min-width: 64em) 34rem, (min-width: 48em) 50vw, calc(100vw - 2rem)"
        />
        {middle.length > 0 && (
          <Ruled>
            {middle.map((story, index) => (
              <StoryCard
                key={story.storyId}
                story={story}
                locale={locale}
                label={false}
                picture={false}
                summary={index < SUMMARISED}
              />
            ))}
          </Ruled>
        )}
        {small.length > 0 && (
          <Ruled>
            {small.map((story, index) => (
              <StoryCard
                key={story.storyId}
                story={story}
                locale={locale}
                label={false}
                picture={index === 0}
                brief={index > 0}
                row
                sizes="(min-width: 64em) 18rem, (min-width: 48em) 45vw, 6.5rem"
              />
            ))}
          </Ruled>
        )}
      </Columns>
    </BandShell>
  )
}
