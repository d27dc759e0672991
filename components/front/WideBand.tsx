import { Columns } from '#components/story/Columns.tsx'
import { Ruled } from '#components/story/Ruled.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Band } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import { EyeLevelStory } from './EyeLevelStory.tsx'
import { SectionHeading, sectionHeadingId } from './SectionHeading.tsx'

type Props = { band: Band; locale: Locale }

const ENOUGH = 4

/** Columns of 7-5: a large story with headlines beside it. A single story has its words beside its picture. */
export function WideBand({ band: { section, stories }, locale }: Props) {
  const [large, ...others] = stories
  /* A few headlines are not as tall as the picture beside them. */
  const isPictured = others.length < ENOUGH && others[0]?.picture != null
  if (!large) return null
  return (
    <BandShell glaze={section.glaze} labelledBy={sectionHeadingId(section)}>
      <SectionHeading section={section} locale={locale} />
      {others.length === 0 ? (
        <EyeLevelStory story={large} locale={locale} />
      ) : (
        <Columns layout="wide">
          <StoryCard
            story={large}
            locale={locale}
            label={false}
            ratio="wide"
            fill
            sizes="(min-width: 64em) 46rem, (min-width: 48em) 55vw, calc(100vw - 2rem)"
          />
          <Ruled fill={isPictured ? 'picture' : 'space'}>
            {others.map((story, index) => (
              <StoryCard
                key={story.storyId}
                story={story}
                locale={locale}
                label={false}
                picture={isPictured && index === 0}
                fill
              />
            ))}
          </Ruled>
        </Columns>
      )}
    </BandShell>
  )
}
