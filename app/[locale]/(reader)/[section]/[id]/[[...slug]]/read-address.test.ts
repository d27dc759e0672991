import { describe, expect, it } from 'vitest'
import { readStoryId } from '#addresses/story-id.ts'
import { isCanonical } from './read-address.ts'

const article = { locale: 'ar', storyId: 7, sectionSlug: 'اقتصاد', slug: 'أسعار-الشحن' } as const
const encoded = (text: string) => encodeURIComponent(text)

describe('the address of an article', () => {
  it('names a story by its number', () => {
    expect(readStoryId('12')).toBe(12)
    for (const segment of ['0', '-1', '1e3', '٧', '1.5', '9'.repeat(20), 'about']) {
      expect(readStoryId(segment)).toBeNull()
    }
  })

  it('is canonical however it was encoded', () => {
    expect(isCanonical({ section: 'اقتصاد', id: '7', slug: ['أسعار-الشحن'] }, article)).toBe(true)
    expect(
      isCanonical(
        { section: encoded('اقتصاد'), id: '7', slug: [encoded('أسعار-الشحن').toLowerCase()] },
        article,
      ),
    ).toBe(true)
  })

  it('is not when anything differs', () => {
    const slug = ['أسعار-الشحن']
    expect(isCanonical({ section: 'سياسة', id: '7', slug }, article)).toBe(false)
    expect(isCanonical({ section: 'اقتصاد', id: '07', slug }, article)).toBe(false)
    expect(isCanonical({ section: 'اقتصاد', id: '7' }, article)).toBe(false)
    expect(isCanonical({ section: 'اقتصاد', id: '7', slug: [...slug, 'amp'] }, article)).toBe(false)
    expect(
      isCanonical({ section: 'اقتصاد', id: '7', slug: slug.map(part => part.normalize('NFD')) }, article),
    ).toBe(false)
    expect(isCanonical({ section: 'اقتصاد', id: '7', slug: ['%E0%A4%A'] }, article)).toBe(false)
  })
})
