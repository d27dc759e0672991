import { describe, expect, it } from 'vitest'
import type { Band, Teaser } from '#db/shapes.ts'
import { type FrontBlock, layOutFront } from './front-layout.ts'

const story = {} as Teaser
const band = (id: number, stories: number): Band => ({
  section: { id, key: `s${id}`, glaze: 'region', name: `S${id}`, slug: `s${id}` },
  stories: Array.from({ length: stories }, () => story),
})
const bands = (count: number, stories = 5) => Array.from({ length: count }, (_, id) => band(id, stories))
const layout = (list: Band[], extras = true, hasMostRead = false) =>
  layOutFront(
    {
      bands: list,
      feature: extras ? story : null,
      opinion: extras ? [story] : [],
      watch: extras ? [story] : [],
    },
    hasMostRead,
  )

const grid = (block: FrontBlock) =>
  block.kind === 'lists'
    ? `lists${block.bands.length + Number(block.hasMostRead ?? false)}`
    : (block.kind as string)
const placed = (blocks: FrontBlock[]) =>
  blocks.flatMap(block => ('band' in block ? [block.band] : 'bands' in block ? block.bands : []))

describe('layout of the front page', () => {
  it('has nothing for an empty front', () => {
    expect(layout([], false)).toEqual([])
  })

  it('follows the rhythm of the design', () => {
    expect(layout(bands(6)).map(grid)).toEqual([
      'trio',
      'row',
      'opinion',
      'feature',
      'watch',
      'wide',
      'lists3',
    ])
  })

  it.each(Array.from({ length: 25 }, (_, count) => count))(
    'places each of %i sections once, and never the same grid twice running',
    count => {
      for (const stories of [1, 2, 5]) {
        for (const [extras, hasMostRead] of [
          [true, false],
          [false, false],
          [true, true],
          [false, true],
        ]) {
          const list = bands(count, stories)
          const blocks = layout(list, extras, hasMostRead)
          const mostRead = blocks.filter(block => block.kind === 'lists' && block.hasMostRead)
          expect(mostRead).toHaveLength(hasMostRead ? 1 : 0)
          expect(placed(blocks).toSorted((a, b) => a.section.id - b.section.id)).toEqual(list)
          for (const [index, block] of blocks.entries()) {
            const next = blocks[index + 1]
            if (next) expect(grid(next)).not.toBe(grid(block))
          }
        }
      }
    },
  )

  it('puts the most read beside two sections, as in the design', () => {
    const blocks = layout(bands(6), true, true)
    expect(blocks.map(grid).slice(5)).toEqual(['lists3', 'lists2'])
    expect(blocks[5]).toMatchObject({ hasMostRead: true })
  })

  it('opens with sections that can fill their columns', () => {
    const [first, second] = layout([band(1, 1), band(2, 4), band(3, 2), band(4, 3)])
    expect(first).toMatchObject({ kind: 'trio', band: { section: { id: 2 } } })
    expect(second).toMatchObject({ kind: 'row', band: { section: { id: 4 } } })
  })
})
