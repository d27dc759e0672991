import { describe, expect, it } from 'vitest'
import { shareLinks, shareTargets } from './share-links.ts'

const shared = {
  url: 'https://press.example/a/7',
  headline: 'المرافئ & الشحن: 100%',
  text: 'المرافئ & الشحن: 100% https://press.example/a/7',
}

describe('links that share an article', () => {
  it('carry headline and address whole, whatever signs are in them', () => {
    for (const target of shareTargets) {
      const link = new URL(shareLinks[target](shared))
      expect([...link.searchParams.values()].join(' ')).toContain(shared.url)
    }
    expect(new URL(shareLinks.email(shared)).searchParams.get('subject')).toBe(shared.headline)
    expect(new URL(shareLinks.whatsapp(shared)).searchParams.get('text')).toBe(shared.text)
  })

  it('have spaces that mail programs understand', () => {
    expect(shareLinks.email(shared)).not.toContain('+')
  })
})
