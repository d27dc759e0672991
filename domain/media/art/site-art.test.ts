import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { siteArt } from './site-art.ts'

describe('the art of the site', () => {
  it.each([...siteArt()])(
    'public/art/%s is what the generator draws (else run scripts/art/draw-site-art.mjs)',
    (name, svg) => {
      expect(fs.readFileSync(`public/art/${name}`, 'utf8') === svg).toBe(true)
    },
  )
})
