import type { SeedStory } from './seed-content.ts'
import { articleKey, type SeedPlan } from './seed-plan.ts'

/**
 * Stories that changed, in the portions in which they are written. Each stands alone, but new ones that link to
 * one another go together: neither could be written before the other. New ones come first, so that whatever
 * links to them finds them.
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
