import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Frame, Picture } from '#db/shapes.ts'
import {
  articleCard,
  parseShareImageName,
  sectionCard,
  shareImageName,
  shareImageStem,
  siteCard,
} from './share-card.ts'
import { shareColours, shareGlazes } from './share-colours.ts'

const frame = {
  locale: 'ar',
  site: { name: 'عرب برس', tagline: '', description: '', contact: { email: null, phone: null } },
  otherSite: { name: 'Arab Press', tagline: '' },
} as Frame
const section = { id: 3, key: 'economy', glaze: 'economy', name: 'اقتصاد', slug: 'اقتصاد' } as const
const lead = { name: '0123456789abcdef0123' } as Picture
const article = { storyId: 7, headline: 'المرافئ', section, lead }

describe('the name of a share image', () => {
  it.each([
    ['a story', articleCard(article, frame), { kind: 'story', id: 7 }, 'share-ar-story-7'],
    ['a section', sectionCard(section, frame), { kind: 'section', id: 3 }, 'share-ar-section-3'],
    ['the site', siteCard(frame), { kind: 'site' }, 'share-ar-site'],
  ])('says whose it is: %s', (_, card, subject, stem) => {
    const name = shareImageName(card)
    expect(parseShareImageName(name)).toEqual({ locale: 'ar', subject })
    expect(name.startsWith(`${shareImageStem(card)}-`)).toBe(true)
    expect(shareImageStem(card)).toBe(stem)
  })

  it('changes with whatever is shown, and with nothing else', () => {
    const name = shareImageName(articleCard(article, frame))
    const others = [
      articleCard({ ...article, headline: 'المرافئ!' }, frame),
      articleCard({ ...article, lead: null }, frame),
      articleCard({ ...article, section: { ...section, name: 'مال' } }, frame),
      articleCard({ ...article, section: { ...section, glaze: 'climate' } }, frame),
      articleCard(article, { ...frame, otherSite: { name: 'The Arab Press', tagline: '' } }),
    ].map(shareImageName)
    expect(new Set([name, ...others]).size).toBe(6)
    expect(shareImageName(articleCard({ ...article, section: { ...section, slug: 'مال' } }, frame))).toBe(
      name,
    )
  })

  it.each([
    'share-ar-story-7.jpg',
    'share-fr-story-7-0123456789.jpg',
    'share-ar-story-0-0123456789.jpg',
    'share-ar-story-99999999999999999-0123456789.jpg',
    'share-ar-site-7-0123456789.jpg',
    'share-ar-story-7-0123456789.png',
    'share-ar-story-7-../../../press.db.jpg',
  ])('is no other: %s', name => expect(parseShareImageName(name)).toBeNull())
})

describe('the colours of share images', () => {
  const css = fs.readFileSync('components/theme/colour.css', 'utf8')
  const inLight = css.slice(0, css.indexOf('@media'))
  const tokenValue = (token: string) => new RegExp(`--${token}: (#\\w+);`).exec(inLight)?.[1]

  it.each(Object.entries(shareColours))('are those of the pages: %s', (token, value) =>
    expect(tokenValue(token)).toBe(value),
  )
  it.each(Object.entries(shareGlazes))('are those of the pages for sections: %s', (glaze, value) =>
    expect(tokenValue(`glaze-${glaze}`)).toBe(value),
  )
})
