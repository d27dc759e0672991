import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { Headline } from '#components/story/Headline.tsx'
import { headlineId } from '#components/story/headline-id.ts'
import { Label } from '#components/story/Label.tsx'
import { Picture } from '#components/story/Picture.tsx'
import { PictureTag } from '#components/story/PictureTag.tsx'
import { Standfirst } from '#components/story/Standfirst.tsx'
import { Summary } from '#components/story/Summary.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './LeadStory.module.css'

type Props = { story: Teaser; more: Teaser[]; locale: Locale }

/** The lead of the front page, and more stories from its section. */
export function LeadStory({ story, more, locale }: Props) {
  const { section, picture, kind } = story
  const path = (teaser: Teaser) => articlePath(locale, { ...teaser, sectionSlug: teaser.section.slug })
  return (
    <article className={styles.lead} aria-labelledby={headlineId(story)} data-section={section.glaze}>
      <div className={styles.inner} data-pictured={picture ? '' : undefined}>
        <div className={styles.words}>
          <Label section={section} locale={locale} />
          <h2 id={headlineId(story)} className={styles.headline}>
            <a href={path(story)}>{isolated(story.headline, locale)}</a>
          </h2>
          <Standfirst>{isolated(story.standfirst, locale)}</Standfirst>
        </div>
        {picture && (
          <Picture
            picture={picture}
            sizes="(min-width: 80em) 42rem, (min-width: 64em) 50vw, calc(100vw - 2rem)"
            ratio="wide"
            fill
            alt=""
            priority
          >
            <PictureTag kind={kind} />
          </Picture>
        )}
      </div>
      {more.length > 0 && (
        <ul className={styles.more}>
          {more.map(teaser => (
            <li key={teaser.storyId}>
              <Headline size="s" href={path(teaser)}>
                {isolated(teaser.headline, locale)}
              </Headline>
              {/* Without a picture, the summary fills its room. */}
              {!picture && <Summary>{isolated(teaser.standfirst, locale)}</Summary>}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
