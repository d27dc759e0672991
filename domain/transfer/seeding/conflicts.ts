import type { Reader } from '#db/open.ts'
import { catalogueContent, hasStory } from '#db/queries/newsroom-content.ts'
import { localeList } from '#i18n/locales.ts'
import type { InLanguages, SeedContent } from './seed-content.ts'
import type { SeedMistake } from './seed-mistake.ts'
import type { SeedPlan } from './seed-plan.ts'

/** Conflicts with the database: slugs and story ids that belong to content outside the folder. */
export async function conflictsWith(
  db: Reader,
  content: SeedContent,
  plan: SeedPlan,
  isOwn: boolean,
): Promise<SeedMistake[]> {
  const mistakes: SeedMistake[] = []
  const there = await catalogueContent(db)
  const slugConflicts = (
    file: string,
    list: { key: string; texts: InLanguages<{ slug: string }> }[],
    taken: { key: string; locale: string; slug: string }[],
  ) => {
    for (const { key, texts } of list) {
      for (const locale of localeList) {
        const slug = texts[locale]?.slug
        const owner = taken.find(row => row.locale === locale && row.slug === slug && row.key !== key)
        if (owner && !list.some(other => other.key === owner.key)) {
          mistakes.push({
            file,
            line: null,
            field: `${key}.${locale}.slug`,
            message: `"${slug}" belongs to "${owner.key}" in the database; expected another`,
          })
        }
      }
    }
  }
  const keysOf = (list: { id: number; key: string }[]) => new Map(list.map(({ id, key }) => [id, key]))
  const [sections, topics, authors] = [keysOf(there.sections), keysOf(there.topics), keysOf(there.authors)]
  slugConflicts(
    'sections.yaml',
    content.sections,
    there.sectionTexts.map(row => ({ ...row, key: sections.get(row.sectionId) ?? '' })),
  )
  slugConflicts(
    'topics.yaml',
    content.topics,
    there.topicTexts.map(row => ({ ...row, key: topics.get(row.topicId) ?? '' })),
  )
  slugConflicts(
    'authors.yaml',
    content.authors,
    there.authorTexts.map(row => ({ ...row, key: authors.get(row.authorId) ?? '' })),
  )
  const pages = content.pages.map(({ key, locale, slug }) => ({ key, texts: { [locale]: { slug } } }))
  slugConflicts('pages', pages, there.pages)
  for (const { id, key } of content.stories) {
    if (id === null || isOwn || plan.of('story', key).outcome !== 'new' || !(await hasStory(db, id))) continue
    mistakes.push({
      file: `stories/${key}/story.yaml`,
      line: null,
      field: 'id',
      message: `${id} is another story in the database; expected a number that is free, or none`,
    })
  }
  return mistakes
}
