import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pageColors } from './page-colors.ts'

const css = fs.readFileSync(new URL('./colour.css', import.meta.url), 'utf8')
/* The indentation skips the media query, which names a scheme too. */
const blocks = css.split(/\n\s+color-scheme:/).slice(1)

describe('page colours', () => {
  it('are those of the style sheet', () => {
    const paper = (scheme: string) =>
      blocks
        .filter(block => block.trim().startsWith(scheme))
        .map(block => /--paper: (#\w+);/.exec(block)?.[1])
    expect(paper('light')[0]).toBe(pageColors.light)
    expect(paper('dark')).toEqual([pageColors.dark, pageColors.dark])
  })

  it('are dark in the same way for the system and for the reader', () => {
    const [system = '', reader = ''] = blocks.filter(block => block.trim().startsWith('dark'))
    const values = (block: string) => block.slice(0, block.indexOf('}')).match(/--[\w-]+: [^;]+;/g)
    expect(values(system)).toEqual(values(reader))
  })
})
