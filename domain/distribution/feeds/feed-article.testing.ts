/* For tests: an article as feeds carry it, and a feed of some. */
import type { BlockNode } from '#body/body.ts'
import type { FeedArticle, Picture } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Feed, FeedWords } from './feed.ts'
import { makeFeed } from './make-feed.ts'

export const madeSite = 'https://news.example.org'

export const madeWords: FeedWords = {
  artCredit: 'رسم: عرب برس',
  watchVideo: 'مشاهدة المقطع',
  downloadVideo: 'تنزيل المقطع',
  downloadAudio: 'تنزيل التسجيل',
  file: 'ملف',
  openAt: site => `فتح ${site}`,
  footnotes: count => `حواشي ${count}`,
  corrections: count => `تصويبات ${count}`,
  whatThisIs: 'هذه خلاصة.',
  openPage: 'الموقع',
  empty: 'لا شيء بعد.',
  names: names => names.join('، '),
}

export const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})

export const madePicture: Picture = {
  id: 1,
  name: '0123456789abcdef0123',
  width: 2000,
  height: 1000,
  art: false,
  alt: 'سفن راسية',
  caption: 'المرفأ عند الفجر',
  credit: 'رنا عيتاني',
  color: '#102030',
}

export function madeArticle(part: Partial<FeedArticle> = {}): FeedArticle {
  return {
    storyId: 12,
    sound: null,
    headline: 'عنوان',
    standfirst: 'مقدمة',
    slug: 'عنوان-الخبر',
    section: { id: 1, key: 'economy', glaze: 'economy', name: 'الاقتصاد', slug: 'اقتصاد' },
    publishedAt: new Date('2026-02-01T09:30:00Z'),
    updatedAt: null,
    body: { type: 'doc', content: [paragraph('نص')] },
    pictures: new Map(),
    videos: new Map(),
    attachments: new Map(),
    lead: null,
    authors: [{ id: 5, name: 'رنا عيتاني', slug: 'رنا-عيتاني', portrait: null }],
    topics: [{ id: 3, name: 'موانئ', slug: 'موانئ' }],
    corrections: [],
    ...part,
  }
}

export function madeFeed(articles: FeedArticle[], locale: Locale = 'ar', hub: string | null = null): Feed {
  return makeFeed({
    locale,
    siteUrl: madeSite,
    siteName: 'عرب برس',
    title: 'عرب برس',
    description: '',
    subject: null,
    hub,
    articles,
    words: madeWords,
  })
}
