import { Columns } from '#components/story/Columns.tsx'
import { Ruled } from '#components/story/Ruled.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import type { Band } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'
import { SectionHeading, sectionHeadingId } from './SectionHeading.tsx'

type Props = { band: Band; locale: Locale }

const IN_THE_MIDDLE = 3
const IN_A_FULL_ONE = 4

/** Columns of 5-4-3: a large story, one without a picture in the middle, and one with a small picture. */
export function TrioBand({ band: { section, stories }, locale }: Props) {
  const [large, ...others] = stories
  if (!large) return null
  const inTheMiddle = others.length > IN_A_FULL_ONE ? IN_A_FULL_ONE : IN_THE_MIDDLE
  const middle = others.slice(0, inTheMiddle)
  const small = others.slice(inTheMiddle)
  /* Two columns need a second picture to be as tall as each other. */
  const isPictured = small.length === 0 && middle.some(story => story.picture)
  return (
    <BandShell glaze={section.glaze} labelledBy={sectionHeadingId(section)}>
      <SectionHeading section={section} locale={locale} />
      <Columns layout={small.length > 0 ? 'feature' : 'wide'}>
        <StoryCard
          story={large}
          locale={locale}
          label={false}
          ratio="wide"
          fill
          sizes="(min-width: 64em) 34rem, (min-width: 48em) 50vw, calc(100vw - 2rem)"
        />
        {middle.length > 0 && (
          <Ruled fill={isPictured ? 'picture' : 'space'}>
            {middle.map((story, index) => (
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
        )}
        {small.length > 0 && (
          <Ruled fill={small[0]?.picture ? 'picture' : 'space'}>
            {small.map((story, index) => (
              <StoryCard
                key={story.storyId}
                story={story}
                locale={locale}
                label={false}
                picture={index === 0}
                brief={index > 0}
                fill
                row
                sizes="(min-width: 64em) 30rem, (min-width: 48em) 45vw, 6.5rem"
              />
            ))}
          </Ruled>
        )}
      </Columns>
    </BandShell>
  )
}
