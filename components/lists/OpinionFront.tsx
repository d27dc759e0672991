import { useTranslations } from 'next-intl'
import { sectionPath } from '#addresses/paths.ts'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { Columns } from '#components/story/Columns.tsx'
import { OpinionCard } from '#components/story/OpinionCard.tsx'
import type { Page, SectionRef, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { EmptyNote } from './EmptyNote.tsx'
import { ListHeader } from './ListHeader.tsx'
import styles from './OpinionFront.module.css'
import { Pagination } from './Pagination.tsx'

type Props = { section: SectionRef & { description: string }; stories: Page<Teaser>; locale: Locale }

/** Pieces at the top of the first page, of which the newest is set larger. */
const TOP = 5
const layouts = ['single', 'single', 'halves', 'thirds', 'row'] as const

/** The page of the opinion section: pieces belong to their authors, so portraits and names come first, as on the front. */
export function OpinionFront({ section, stories, locale }: Props) {
  const t = useTranslations('section')
  const { items, page, hasNext } = stories
  const top = page === 1 ? items.slice(0, TOP) : []
  const [lead, ...beside] = top
  const rest = items.slice(top.length)
  return (
    <div className={styles.section} data-section={section.glaze}>
      <ListHeader title={section.name} description={page === 1 ? section.description : undefined} />
      {items.length === 0 && <EmptyNote>{t('empty')}</EmptyNote>}
      {lead && (
        <div className={styles.top}>
          <OpinionCard story={lead} locale={locale} level={2} size="lead" />
          {beside.length > 0 && (
            <div className={styles.beside}>
              <Columns layout={layouts[beside.length] ?? 'row'}>
                {beside.map(story => (
                  <OpinionCard key={story.storyId} story={story} locale={locale} level={2} stacked />
                ))}
              </Columns>
            </div>
          )}
        </div>
      )}
      {rest.length > 0 && (
        <section className={styles.rest} aria-labelledby="more-stories">
          <BandHeading id="more-stories" title={t('latest', { section: section.name })} />
          <ul className={styles.list}>
            {rest.map(story => (
              <li key={story.storyId}>
                <OpinionCard story={story} locale={locale} dated />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Pagination path={sectionPath(locale, section.slug)} page={page} hasNext={hasNext} />
    </div>
  )
}
