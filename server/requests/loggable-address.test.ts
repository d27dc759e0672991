import { expect, it } from 'vitest'
import { loggableAddress } from './loggable-address.ts'

it.each([
  ['/ar', '/ar'],
  ['/ar/newsletter', '/ar/newsletter'],
  ['/ar/newsletter/sent', '/ar/newsletter/sent'],
  ['/en/newsletter/manage/a-token?done=saved', '/en/newsletter/manage/…?done=saved'],
  ['/en/newsletter/leave/1.1.abc', '/en/newsletter/leave/…'],
  ['/EN//newsletter//confirm//a-token', '/EN//newsletter//confirm//…'],
  ['/en/%6eewsletter/m%61nage/a-token', '/en/newsletter/manage/…'],
  ['/en/newsletter/manage/a-token/more', '/en/newsletter/manage/…'],
  ['http://news.example.org/en/newsletter/manage/a-token', 'http://news.example.org/en/newsletter/manage/…'],
  ['/en/newsletter/manage/%', '/en/newsletter/manage/…'],
  ['/en/%/%E0%A4%A', '/en/%/%E0%A4%A'],
])('%s is logged as %s', (url, shown) => expect(loggableAddress(url)).toBe(shown))
