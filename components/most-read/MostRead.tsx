import { useTranslations } from 'next-intl'
import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { StoryMark } from '#components/page/StoryMark.tsx'
import { BandHeading } from '#components/story/BandHeading.tsx'
import type { MostRead as MostReadLists } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './MostRead.module.css'
import { shownPeriods } from './shown-periods.ts'

type Props = {
  lists: MostReadLists
  locale: Locale
  /** Draws a thin line above, for a list among others. */
  thin?: boolean
  /** Marks its lines for the edge. */
  isMarked?: boolean
}

/**
 * The most-read stories of today and of this week, numbered. In a column the reader switches between them with radio
 * buttons and CSS alone; with more room, both stand side by side.
 */
export function MostRead({ lists, locale, thin, isMarked = false }: Props) {
  const t = useTranslations('mostRead')
  const periods = shownPeriods(lists)
  const [first] = periods
  if (!first) return null
  const hasChoice = periods.length > 1
  return (
    <section className={styles.mostRead} aria-labelledby="most-read">
      <BandHeading id="most-read" title={t('title')} thin={thin}>
        {hasChoice && (
          <fieldset className={styles.choice}>
            <legend className="unseen">{t('period')}</legend>
            {periods.map(period => (
              <label key={period}>
                <input type="radio" name="most-read" value={period} defaultChecked={period === first} />
                <span>{t(period)}</span>
              </label>
            ))}
          </fieldset>
        )}
      </BandHeading>
      <div className={styles.lists} data-both={hasChoice ? '' : undefined}>
        {periods.map(period => (
          <div key={period} className={styles.period} data-period={period}>
            {hasChoice && <h3 className={styles.name}>{t(period)}</h3>}
            <ol className={styles.list}>
              {lists[period].map(item => (
                <StoryMark key={item.storyId} storyId={item.storyId} isMarked={isMarked}>
                  <li data-section={item.section.glaze}>
                    <a href={articlePath(locale, { ...item, sectionSlug: item.section.slug })}>
                      {isolated(item.headline, locale)}
                    </a>
                  </li>
                </StoryMark>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </section>
  )
}
