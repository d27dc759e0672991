import { describe, expect, it } from 'vitest'
import { isolatedText } from './isolated-text.ts'

const shown = (text: string) => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']')

describe('a text without markup', () => {
  it.each([
    ['ar', 'BBC: عاجل من القاهرة', '[BBC]: عاجل من القاهرة'],
    ['ar', 'شركة Apple Inc. تعلن iPhone 17! (C++)', 'شركة [Apple Inc.] تعلن [iPhone 17]! ([C++])'],
    ['ar', 'John Smith', '[John Smith]'],
    ['ar', 'أخبار 22 فبراير 2026', 'أخبار 22 فبراير 2026'],
    ['ar', '2026', '2026'],
    ['ar', 'النتيجة: 3-1', 'النتيجة: [3-1]'],
    ['ar', 'عنوان الخبر | Arab Press', 'عنوان الخبر | [Arab Press]'],
    ['ar', 'عنوان', 'عنوان'],
    ['en', 'Comments: أحمد 5', 'Comments: [أحمد] 5'],
    ['en', 'Readers of الشرق الأوسط, 2026', 'Readers of [الشرق الأوسط], 2026'],
    ['en', 'Why «عرب برس» prints twice', 'Why «[عرب برس]» prints twice'],
    ['en', 'Nothing to isolate', 'Nothing to isolate'],
    ['ar', 'هاتف +٩٦١ ١ ٢٣٤', 'هاتف [+٩٦١\u200e ١\u200e ٢٣٤\u200e]'],
  ] as const)('isolates what turns in %s: %s', (locale, text, expected) => {
    expect(shown(isolatedText(text, locale))).toBe(expected)
  })

  it('keeps the marks of editors, and no control that could disguise it', () => {
    expect(isolatedText('أ\u200f\u202eب\u2067', 'ar')).toBe('أ\u200fب')
  })
})
