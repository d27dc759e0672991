import { useTranslations } from 'next-intl'
import type { Teaser } from '../../db/shapes'
import type { Locale } from '../../i18n/locales'
import { articlePath } from '../../i18n/paths'
import { Headline } from '../story/Headline'
import { Picture } from '../story/Picture'
import { PictureTag } from '../story/PictureTag'
import { Standfirst } from '../story/Standfirst'
import { StoryMeta } from '../story/StoryMeta'
import styles from './EyeLevelStory.module.css'

type Props = { story: Teaser; locale: Locale }

const LONG_READ_MINUTES = 4

/** A picture and, at eye level with it, the words. */
export function EyeLevelStory({ story, locale }: Props) {
  const t = useTranslations('front')
  const { picture, section, kind } = story
  return (
    <article className={styles.story} data-section={section.glaze} data-pictured={picture ? '' : undefined}>
      {picture && (
        <Picture
          picture={picture}
          sizes="(min-width: 80em) 46rem, (min-width: 48em) 57vw, 100vw"
          ratio="standard"
          alt=""
        >
          <PictureTag kind={kind} />
        </Picture>
      )}
      <div className={styles.words}>
        {story.readingMinutes >= LONG_READ_MINUTES && <p className={styles.label}>{t('longRead')}</p>}
        <Headline size="lead" href={articlePath(locale, { ...story, sectionSlug: section.slug })}>
          {story.headline}
        </Headline>
        <Standfirst>{story.standfirst}</Standfirst>
        <StoryMeta story={story} locale={locale} />
      </div>
    </article>
  )
}
