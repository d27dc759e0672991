import { useTranslations } from 'next-intl'
import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { headlineId } from '#components/story/headline-id.ts'
import { Picture } from '#components/story/Picture.tsx'
import { PictureTag } from '#components/story/PictureTag.tsx'
import { Standfirst } from '#components/story/Standfirst.tsx'
import { StoryMeta } from '#components/story/StoryMeta.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './EyeLevelStory.module.css'

type Props = {
  story: Teaser
  locale: Locale
  /** Puts the words before the picture, for a story below another of its kind. */
  wordsFirst?: boolean
}

const LONG_READ_MINUTES = 4

/** A picture with the words beside it, vertically centred. */
export function EyeLevelStory({ story, locale, wordsFirst }: Props) {
  const t = useTranslations('front')
  const { picture, section, kind } = story
  return (
    <article
      className={styles.story}
      aria-labelledby={headlineId(story)}
      data-section={section.glaze}
      data-pictured={picture ? '' : undefined}
      data-words-first={wordsFirst ? '' : undefined}
    >
      <div className={styles.words}>
        {story.readingMinutes >= LONG_READ_MINUTES && <p className={styles.label}>{t('longRead')}</p>}
        <h3 id={headlineId(story)} className={styles.headline}>
          <a href={articlePath(locale, { ...story, sectionSlug: section.slug })}>
            {isolated(story.headline, locale)}
          </a>
        </h3>
        <Standfirst>{isolated(story.standfirst, locale)}</Standfirst>
        <StoryMeta story={story} locale={locale} />
      </div>
      {picture && (
        <div className={styles.picture}>
          <Picture
            picture={picture}
            sizes="(min-width: 80em) 46rem, (min-width: 48em) 57vw, calc(100vw - 2rem)"
            ratio={wordsFirst ? 'wide' : 'standard'}
            alt=""
          >
            <PictureTag kind={kind} />
          </Picture>
        </div>
      )}
    </article>
  )
}
