import { describe, expect, it } from 'vitest'
import { composeFront } from '#db/queries/front-composition.ts'
import type { MostRead, Picture, SectionRef, Teaser } from '#db/shapes.ts'
import { arrangeFront } from './arrange-front.ts'

const glazes = ['region', 'economy', 'climate', 'science', 'culture', 'sport', 'cities', 'opinion'] as const
const sectionsOf = (count: number): SectionRef[] =>
  glazes.slice(-count).map((glaze, index) => ({ id: index + 1, key: glaze, glaze, name: glaze, slug: glaze }))

/* The same numbers each time: a newsroom that breaks the rule can be made again from its seed. */
function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

function newsroom(stories: number, seed: number) {
  const random = randomOf(seed)
  const sections = sectionsOf(1 + random(glazes.length))
  const newest: Teaser[] = Array.from({ length: stories }, (_, index) => {
    const section = sections[random(sections.length)] as SectionRef
    return {
      storyId: index + 1,
      headline: `H${index}`,
      standfirst: '',
      slug: 'x',
      kind:
        section.glaze === 'opinion'
          ? 'opinion'
          : ((['news', 'news', 'news', 'video'] as const)[random(4)] ?? 'news'),
      section,
      publishedAt: new Date(Date.UTC(2026, 0, 1) - index * 60_000),
      picture: random(3) > 0 ? ({} as Picture) : null,
      authors: [],
      readingMinutes: random(6),
    }
  })
  const any = () => newest.filter(() => random(8) === 0)
  const front = composeFront({
    sections,
    newest: newest.slice(0, 60),
    headlines: newest.slice(0, 60),
    ofSection: id => newest.filter(story => story.section.id === id).slice(0, 8),
    curated: { lead: any().slice(0, 1), second: any().slice(0, 3), feature: any().slice(0, 1) },
    watch: newest.filter(story => story.kind === 'video').slice(0, 5),
  })
  const today = any().slice(0, 5)
  const mostRead: MostRead = {
    today,
    week: any()
      .filter(story => !today.includes(story))
      .slice(0, 5),
  }
  return { newest, front, mostRead, breaking: newest[random(10)]?.storyId }
}

function shownOn({ newest, front, mostRead, breaking }: ReturnType<typeof newsroom>) {
  const { blocks, latest, headlines } = arrangeFront(front, mostRead, breaking)
  const storiesOf = (block: (typeof blocks)[number]) => {
    if ('band' in block) return block.band.stories
    if ('bands' in block) return block.bands.flatMap(band => band.stories)
    if (block.kind === 'opinion') return front.opinion
    return block.kind === 'watch'
      ? front.watch
      : [...(front.feature ? [front.feature] : []), ...front.featureMore]
  }
  const inBlocks = blocks.flatMap(storiesOf)
  const top = [...(front.lead ? [front.lead] : []), ...front.leadMore, ...front.second]
  const ids = (items: { storyId: number }[]) => items.map(item => item.storyId)
  return {
    all: ids(newest),
    blocks,
    top: ids(top),
    places: ids([...top, ...inBlocks]),
    latest: ids(latest),
    headlines: ids(headlines),
    ranked: ids([...mostRead.today, ...mostRead.week]),
    below: blocks[0] ? ids(storiesOf(blocks[0])) : [],
    breaking,
  }
}

const repeated = (ids: number[]) => ids.filter((id, index) => ids.indexOf(id) !== index)

describe('arrangement of the front page', () => {
  it.each([0, 1, 2, 3, 5, 8, 13, 21, 41, 60, 150])(
    'names no story too often, and forgets none, among %i',
    count => {
      for (let seed = 1; seed <= 60; seed++) {
        const shown = shownOn(newsroom(count, seed))
        const { places, latest, headlines, ranked } = shown
        expect(repeated(places)).toEqual([])
        expect(repeated([...latest, ...ranked])).toEqual([])
        expect(repeated([...places, ...headlines])).toEqual([])
        expect(repeated([...latest, ...headlines])).toEqual([])
        expect(latest).not.toContain(shown.breaking)
        expect(latest.filter(id => [...shown.top, ...shown.below].includes(id))).toEqual([])
        const named = new Set([...places, ...latest, ...headlines, ...ranked])
        if (count <= 60) expect(shown.all.filter(id => !named.has(id))).toEqual([])
      }
    },
  )

  it('does not put a story next to its own line among the most read, while a section has others', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { blocks, ranked } = shownOn(newsroom(60, seed))
      for (const block of blocks) {
        if (!('bands' in block) || !block.hasMostRead) continue
        for (const { stories } of block.bands) {
          const also = stories.filter(story => ranked.includes(story.storyId))
          expect(also.length === 0 || also.length === stories.length).toBe(true)
        }
      }
    }
  })

  it('shows the latest headlines only where they are as tall as the lead beside them', () => {
    for (let seed = 1; seed <= 60; seed++)
      for (const count of [1, 5, 13, 60]) {
        const { latest } = shownOn(newsroom(count, seed))
        expect(latest.length === 0 || (latest.length >= 8 && latest.length <= 11)).toBe(true)
      }
  })
})
