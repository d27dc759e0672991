import { describe, expect, it } from 'vitest'
import type { Article } from '../../db/shapes'
import { articleJsonLd, scriptJson } from './article-json-ld'

const site = { name: 'عرب برس', tagline: '', description: '', contact: { email: null, phone: null } }

const article: Article = {
  id: 1,
  storyId: 7,
  locale: 'ar',
  kind: 'news',
  section: { id: 1, key: 'economy', glaze: 'economy', name: 'اقتصاد', slug: 'اقتصاد' },
  slug: 'المرافئ',
  headline: 'المرافئ </script><!--',
  standfirst: 'مقدمة',
  body: { type: 'doc', content: [] },
  pictures: new Map(),
  videos: new Map(),
  lead: null,
  authors: [{ id: 1, name: 'رنا عيتاني', slug: 'رنا-عيتاني', portrait: null }],
  topics: [],
  corrections: [],
  publishedAt: new Date('2026-02-22T11:20:00Z'),
  updatedAt: null,
  readingMinutes: 4,
  seo: { title: null, description: null },
  translation: { locale: 'en', storyId: 7, sectionSlug: 'economy', slug: 'harbours', headline: 'Harbours' },
}

describe('an article for machines', () => {
  const data = articleJsonLd(article, site, 'https://press.example')

  it('has absolute, encoded addresses', () => {
    expect(data.url).toBe(
      'https://press.example/ar/%D8%A7%D9%82%D8%AA%D8%B5%D8%A7%D8%AF/7/%D8%A7%D9%84%D9%85%D8%B1%D8%A7%D9%81%D8%A6',
    )
    expect(data.workTranslation).toEqual({
      '@id': 'https://press.example/en/economy/7/harbours',
      inLanguage: 'en',
    })
  })

  it('counts as changed when it appeared, until something changes', () => {
    expect(data.dateModified).toBe(data.datePublished)
  })

  it('cannot leave its script element', () => {
    const json = scriptJson(data)
    expect(json).not.toContain('<')
    expect(JSON.parse(json).headline).toBe(article.headline)
  })
})
