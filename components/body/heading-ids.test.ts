import { describe, expect, it } from 'vitest'
import type { Body, Heading } from '#body/body.ts'
import { headingIds } from './heading-ids.ts'

const heading = (text: string): Heading => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})

const idsOf = (...texts: string[]) => {
  const body: Body = { type: 'doc', content: texts.map(heading) }
  return [...headingIds(body).values()]
}

describe('addresses of headings', () => {
  it('are made of their words, in Arabic too', () => {
    expect(idsOf('من الرصيف إلى الرف', 'What’s next?')).toEqual(['h-من-الرصيف-إلى-الرف', 'h-whats-next'])
  })

  it('stay apart when two headings say the same, or nothing', () => {
    expect(idsOf('Main', 'Main', '؟')).toEqual(['h-main', 'h-main-2', 'h-part'])
  })
})
