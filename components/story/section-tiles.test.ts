import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { glazeNames } from '#domain/media/art/glazes.ts'
import { sectionTiles } from './section-tiles.ts'

describe('the tiles of a story without a picture', () => {
  it.each(glazeNames)('are there in %s, whatever the story', glaze => {
    const section = { id: 1, key: glaze, glaze, name: glaze, slug: glaze }
    for (let storyId = 1; storyId <= 10; storyId++)
      expect(fs.existsSync(`public${sectionTiles({ storyId, section })}`)).toBe(true)
  })
})
