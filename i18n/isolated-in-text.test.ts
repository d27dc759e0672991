import { describe, expect, it } from 'vitest'
import { isolatedInText } from './isolated-in-text'

/* The invisible controls in sight. */
const shown = (text: string) => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']')

describe('a text without markup', () => {
  it.each([
    ['ar', 'BBC: عاجل من القاهرة', '[BBC]: عاجل من القاهرة'],
    ['ar', 'شركة Apple Inc. تعلن iPhone 17! (C++)', 'شركة [Apple Inc.] تعلن [iPhone 17]! ([C++])'],
    ['ar', 'النتيجة: 3-1 والموسم 2025-2026', 'النتيجة: [3-1] والموسم [2025-2026]'],
    ['ar', 'John Smith', '[John Smith]'],
    ['ar', 'أخبار 22 فبراير 2026', 'أخبار 22 فبراير 2026'],
    ['ar', '2026', '2026'],
    ['en', 'Why «عرب برس» prints twice', 'Why «[عرب برس]» prints twice'],
    ['en', 'رنا عيتاني', '[رنا عيتاني]'],
    ['en', 'Up 12.5% in 2026', 'Up 12.5% in 2026'],
  ] as const)('in %s isolates what runs the other way: %s', (locale, text, expected) => {
    expect(shown(isolatedInText(text, locale))).toBe(expected)
  })
})
