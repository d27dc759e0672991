import { describe, expect, it } from 'vitest'
import { robotsTxt } from './robots-txt.ts'

const site = 'https://news.example.org'

/* RFC 9309: the group that names the crawler, else the group for all; the longest matching rule. */
function mayRead(text: string, agent: string, path: string): boolean {
  const groups = text.split('\n\n').map(block => block.split('\n').map(line => line.split(': ')))
  const named = (name: string) =>
    groups.find(lines => lines.some(([key, value]) => key === 'User-agent' && value === name))
  const group = named(agent) ?? named('*') ?? []
  return !group.some(([key, value = '']) => key === 'Disallow' && path.startsWith(value))
}

describe('robots.txt', () => {
  it.each([
    ['all', 'GPTBot', true],
    ['all', 'ChatGPT-User', true],
    ['retrieval', 'GPTBot', false],
    ['retrieval', 'CCBot', false],
    ['retrieval', 'ChatGPT-User', true],
    ['none', 'GPTBot', false],
    ['none', 'PerplexityBot', false],
    ['none', 'Googlebot', true],
    ['none', 'bingbot', true],
  ] as const)('with %s lets %s read: %s', (policy, agent, expected) => {
    expect(mayRead(robotsTxt(site, policy), agent, '/ar/economy')).toBe(expected)
  })

  it('keeps everybody out of the newsroom', () => {
    for (const policy of ['all', 'retrieval', 'none'] as const) {
      const text = robotsTxt(site, policy)
      for (const agent of ['Googlebot', 'GPTBot', 'ChatGPT-User'])
        expect(mayRead(text, agent, '/ar/newsroom/articles')).toBe(false)
    }
  })

  it('names every sitemap in full', () => {
    expect(robotsTxt(site, 'all').match(/^Sitemap: .*/gm)).toEqual([
      'Sitemap: https://news.example.org/sitemap.xml',
      'Sitemap: https://news.example.org/sitemaps/ar/news.xml',
      'Sitemap: https://news.example.org/sitemaps/en/news.xml',
    ])
  })
})
