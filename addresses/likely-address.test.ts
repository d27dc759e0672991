import { describe, expect, it } from 'vitest'
import { likelyAddresses, likelyFeed, likelySitemap, withoutMarks } from './likely-address.ts'

const MARKS = [
  '.',
  ',',
  '،',
  '؛',
  '؟',
  '!',
  '…',
  ')',
  ']',
  '»',
  '”',
  '’',
  '"',
  "'",
  '>',
  ':',
  ';',
  '*',
  '**',
  '.»',
  '»،',
  ').',
]

describe('a part of an address with the marks of a sentence', () => {
  it.each([...MARKS, ' ', '\u200f', '\u2069', '&quot;', '&raquo;', '&nbsp;', '\u00a0', '\\', '|'])(
    'loses %j',
    mark => {
      for (const word of ['en', '1', 'سياسة', 'feed.xml', 'two-words'])
        expect(withoutMarks(`${word}${mark}`)).toBe(word)
    },
  )

  it.each(['«', '“', '"', '(', '<', '[', '*', '\u202b'])('loses %j before it', mark => {
    expect(withoutMarks(`${mark}en`)).toBe('en')
  })

  it('keeps its own', () => {
    for (const word of ['.well-known', 'security.txt', 'snake_case', 'عرب-برس', '12-5', 'a.b.c'])
      expect(withoutMarks(word)).toBe(word)
  })
})

describe('the addresses that were probably meant', () => {
  it.each([
    ['en.', ['en']],
    ['a/1،', ['a/1']],
    ['a/١٢', ['a/١٢', 'a/12']],
    ['En/Technology', ['En/Technology', 'en/technology']],
    ['index.html', ['']],
    ['en/technology/Index.PHP', ['en/technology']],
    ['en-GB/technology', ['en-GB/technology', 'en/technology']],
    ['ar/سيــاسة»', ['ar/سيــاسة', 'ar/سياسة']],
    ['en/technology/)', ['en/technology']],
    ['constructor', ['constructor']],
  ])('of %s', (address, likely) => {
    expect(likelyAddresses(address.split('/')).map(each => each.join('/'))).toEqual(likely)
  })
})

describe('names of other systems', () => {
  it.each([
    ['rss', '', 'rss'],
    ['feed', '', 'rss'],
    ['Atom.XML', '', 'atom'],
    ['en/rss.xml', 'en', 'rss'],
    ['en/technology/feed/atom', 'en/technology', 'atom'],
    ['en/technology/index.xml', 'en/technology', 'rss'],
    ['ar/topics/x/feed.json', 'ar/topics/x', 'json'],
  ])('%s is a feed', (address, list, format) => {
    const found = likelyFeed(address.split('/'))
    expect([found?.list.join('/'), found?.format]).toEqual([list, format])
  })

  it.each([
    ['sitemap_index.xml', 'index'],
    ['sitemap-index.xml', 'index'],
    ['wp-sitemap.xml', 'index'],
    ['wp-sitemap-posts-post-1.xml', 'index'],
    ['post-sitemap.xml', 'index'],
    ['post-sitemap2.xml', 'index'],
    ['sitemap', 'index'],
    ['sitemaps.xml', 'index'],
    ['sitemapindex.xml', 'index'],
    ['sitemap.xml.gz', 'index'],
    ['en/sitemap.xml', 'index'],
    ['news-sitemap.xml', 'news'],
    ['sitemap-news.xml', 'news'],
    ['sitemap_news.xml', 'news'],
    ['news_sitemap.xml', 'news'],
    ['ar/news-sitemap.xml', 'news'],
    ['Google-News-Sitemap.xml', 'news'],
    ['sitemaps/en/news.xml', null],
    ['en/a/sitemap.xml', null],
    ['constructor', null],
    ['en', null],
  ])('%s is the sitemap %s', (address, kind) => {
    expect(likelySitemap(address.split('/'))).toBe(kind)
  })
})
