import { useTranslations } from 'next-intl'
import { articlePath, sectionPath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { Columns } from '#components/story/Columns.tsx'
import { Headline } from '#components/story/Headline.tsx'
import { hasPictures } from '#components/story/has-pictures.ts'
import { headlineId } from '#components/story/headline-id.ts'
import { Picture } from '#components/story/Picture.tsx'
import { Ruled } from '#components/story/Ruled.tsx'
import { Standfirst } from '#components/story/Standfirst.tsx'
import { StoryCard } from '#components/story/StoryCard.tsx'
import { StoryMeta } from '#components/story/StoryMeta.tsx'
import { StoryRow } from '#components/story/StoryRow.tsx'
import type { Page, SectionRef, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { EmptyNote } from './EmptyNote.tsx'
import { ListHeader } from './ListHeader.tsx'
import { Pagination } from './Pagination.tsx'
import styles from './SectionFront.module.css'

type Props = { section: SectionRef & { description: string }; stories: Page<Teaser>; locale: Locale }

/** Number of stories beside the lead of a section's first page. */
const BESIDE = 4

/** A section's page: its colour and frieze, a lead with new stories beside it, then all stories in pages. */
export function SectionFront({ section, stories, locale }: Props) {
  const t = useTranslations('section')
  const { items, page, hasNext } = stories
  const first = page === 1
  const lead = first ? leadOf(items) : items[0]
  const others = items.filter(story => story !== lead)
  const beside = first ? others.slice(0, BESIDE) : []
  const rest = first ? others.slice(BESIDE) : items
  return (
    <div className={styles.section} data-section={section.glaze}>
      <ListHeader title={section.name} description={first ? section.description : undefined} />
      <img
        className={styles.frieze}
        src={`/art/frieze-${section.glaze}.svg`}
        width={1280}
        height={160}
        alt=""
      />
      {!lead && <EmptyNote>{t('empty')}</EmptyNote>}
      {first && lead && (
        <div className={styles.top}>
          {beside.length > 0 ? (
            <Columns layout="wide">
              <SectionLead story={lead} locale={locale} />
              <Ruled fill={beside[0]?.picture ? 'picture' : 'space'}>
                {beside.map((story, index) => (
                  <StoryCard
                    key={story.storyId}
                    story={story}
                    locale={locale}
                    level={2}
                    label={false}
                    row
                    fill
                    picture={index === 0}
                  />
                ))}
              </Ruled>
            </Columns>
          ) : (
            <SectionLead story={lead} locale={locale} />
          )}
        </div>
      )}
      {rest.length > 0 && (
        <section className={styles.rest} aria-labelledby="more-stories">
          <BandHeading id="more-stories" title={isolated(t('latest', { section: section.name }), locale)} />
          {rest.map(story => (
            <StoryRow key={story.storyId} story={story} locale={locale} level={3} tiles={hasPictures(rest)} />
          ))}
        </section>
      )}
      <Pagination path={sectionPath(locale, section.slug)} page={page} hasNext={hasNext} />
    </div>
  )
}

/* The newest of the top stories with a picture; the newest of all when none has one. */
function leadOf(items: Teaser[]): Teaser | undefined {
  return items.slice(0, BESIDE + 1).find(story => story.picture) ?? items[0]
}

function SectionLead({ story, locale }: { story: Teaser; locale: Locale }) {
  return (
    <article className={styles.lead} aria-labelledby={headlineId(story)}>
      {story.picture && (
        <Picture
          picture={story.picture}
          sizes="(min-width: 64em) 46rem, calc(100vw - 2rem)"
          ratio="standard"
          fill
          alt=""
          priority
        />
      )}
      <Headline
        id={headlineId(story)}
        level={2}
        size="lead"
        href={articlePath(locale, { ...story, sectionSlug: story.section.slug })}
      >
        {isolated(story.headline, locale)}
      </Headline>
      <Standfirst>{isolated(story.standfirst, locale)}</Standfirst>
      <StoryMeta story={story} locale={locale} />
    </article>
  )
}
