import { describe, expect, it } from 'vitest'
import type { SectionRef, Teaser } from '#db/shapes.ts'
import { composeFront, type FrontMaterial } from './front-composition.ts'

const section = (id: number, glaze: SectionRef['glaze'] = 'economy'): SectionRef => ({
  id,
  key: `s${id}`,
  glaze,
  name: `S${id}`,
  slug: `s${id}`,
})
const sections = [section(1), section(2, 'culture'), section(3, 'opinion')]
const picture = {
  id: 1,
  name: 'x',
  width: 10,
  height: 10,
  art: true,
  alt: '',
  caption: null,
  credit: null,
  color: '#000000',
}

function teaser(storyId: number, changes: Partial<Teaser> = {}): Teaser {
  const at = new Date(Date.UTC(2026, 0, 1, 12) - storyId * 60_000)
  return {
    storyId,
    headline: `H${storyId}`,
    standfirst: '',
    slug: 'x',
    kind: 'news',
    section: sections[storyId % 2] ?? section(1),
    publishedAt: at,
    picture,
    authors: [],
    readingMinutes: 1,
    ...changes,
  }
}

function front(newest: Teaser[], more: Partial<FrontMaterial> = {}) {
  return composeFront({
    sections,
    newest,
    headlines: newest,
    ofSection: id => newest.filter(story => story.section.id === id),
    curated: { lead: [], second: [], feature: [] },
    watch: [],
    ...more,
  })
}

const places = (made: ReturnType<typeof front>) =>
  [
    made.lead ? [made.lead] : [],
    made.leadMore,
    made.second,
    made.opinion,
    made.feature ? [made.feature] : [],
    made.featureMore,
    made.watch,
    ...made.bands.map(band => band.stories),
  ]
    .flat()
    .map(story => story.storyId)

describe('composeFront', () => {
  it.each([0, 1, 3, 12, 60])('gives no story two places among %i', count => {
    const shown = places(front(Array.from({ length: count }, (_, index) => teaser(index + 1))))
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown.length).toBe(Math.min(shown.length, count))
  })

  it('shows all of a small newsroom, and no list of what is shown already', () => {
    const made = front([teaser(1), teaser(2), teaser(3)])
    expect(places(made).sort()).toEqual([1, 2, 3])
    expect(made.headlines).toEqual([])
  })

  it('lets curated places win over newness', () => {
    const stories = Array.from({ length: 20 }, (_, index) => teaser(index + 1))
    const made = front(stories, {
      curated: { lead: [teaser(15)], second: [teaser(12)], feature: [teaser(18)] },
    })
    expect(made.lead?.storyId).toBe(15)
    expect(made.second[0]?.storyId).toBe(12)
    expect(made.feature?.storyId).toBe(18)
  })

  it('leads with the newest story that has a picture, and never with an opinion while there is news', () => {
    const opinion = teaser(1, { kind: 'opinion', section: section(3, 'opinion') })
    expect(front([opinion, teaser(2, { picture: null }), teaser(3)]).lead?.storyId).toBe(3)
    expect(front([opinion, teaser(2, { picture: null })]).lead?.storyId).toBe(2)
    expect(front([opinion]).lead?.storyId).toBe(1)
  })

  it('brings the newest of each section before the second newest of any', () => {
    const busy = [1, 3, 5, 7].map(id => teaser(id))
    const quiet = teaser(20)
    expect(
      front([...busy, quiet])
        .second.slice(0, 2)
        .map(story => story.storyId),
    ).toContain(20)
  })
})
