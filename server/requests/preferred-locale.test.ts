import { describe, expect, it } from 'vitest'
import { preferredLocale } from './preferred-locale.ts'

describe('the language that a browser asks for', () => {
  it.each([
    [undefined, 'ar'],
    ['', 'ar'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['ar-LB,ar;q=0.9,en;q=0.8', 'ar'],
    ['fr-FR,fr;q=0.9,en;q=0.7,ar;q=0.6', 'en'],
    ['en;q=0.5,ar;q=0.9', 'ar'],
    ['fr, *;q=0.1', 'ar'],
    ['en;q=0, ar;q=0.1', 'ar'],
    ['en;q=0', 'ar'],
    ['EN-us', 'en'],
    ['en;q=nonsense', 'ar'],
    ['arn, en', 'en'],
    ['en, ar', 'en'],
    ['ar-LB', 'ar'],
    ['EN', 'en'],
    ['en-US,en;q=0.5', 'en'],
    ['de-AT,de;q=0.9,en-GB;q=0.8', 'en'],
    ['*', 'ar'],
    ['en, *;q=0.5', 'en'],
    ['*;q=0', 'ar'],
    ['en;q=7, ar', 'en'],
    ['en;q=-1', 'ar'],
    [',;,=;q', 'ar'],
    ['x'.repeat(4096), 'ar'],
    [`en,${'a,'.repeat(2048)}`, 'en'],
    ['ar;q="'.repeat(680), 'ar'],
  ])('%.60s: %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })
})
