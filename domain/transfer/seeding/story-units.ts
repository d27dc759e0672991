import type { SeedStory } from './seed-content.ts'
import { articleKey, type SeedPlan } from './seed-plan.ts'

/**
 * Groups changed stories into units, each of which is written in one transaction. Most units are single stories. New
 * stories that link to one another form one unit, because each needs the ids of the others. New stories come first,
 * so that links to them resolve.
 */
export function storyUnits(stories: SeedStory[], plan: SeedPlan): SeedStory[][] {
  const isChanged = (story: SeedStory) =>
    plan.changed('story', story.key) ||
    story.articles.some(article => plan.changed('article', articleKey(story.key, article.locale)))
  const isNew = (story: SeedStory) => plan.of('story', story.key).outcome === 'new'
  const fresh = stories.filter(isNew)
  const unitOf = new Map(fresh.map(story => [story.key, [story]]))
  for (const story of fresh) {
    for (const link of story.articles.flatMap(article => article.text.links)) {
      const [own, other] = [unitOf.get(story.key), unitOf.get(link)]
      if (!own || !other || own === other) continue
      own.push(...other)
      for (const member of other) unitOf.set(member.key, own)
    }
  }
  const updated = stories.filter(story => isChanged(story) && !isNew(story))
  return [...new Set(unitOf.values()), ...updated.map(story => [story])]
}
