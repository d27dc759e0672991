import { expect, it } from 'vitest'
import { isCrawler } from './crawlers.ts'

const readers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
]
const machines = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'WhatsApp/2.23.20.0',
  'curl/8.5.0',
  'python-requests/2.32.3',
  '',
  undefined,
  `Mozilla/5.0 ${'x'.repeat(600)}`,
]

it.each(readers)('%s is a reader', userAgent => {
  expect([isCrawler(userAgent), isCrawler(userAgent)]).toEqual([false, false])
})

it.each(machines)('%s is none', userAgent => {
  expect([isCrawler(userAgent), isCrawler(userAgent)]).toEqual([true, true])
})

it('forgets what strangers make it remember', () => {
  for (let number = 0; number < 5000; number++)
    isCrawler(`Mozilla/5.0 (X11; rv:${number}.0) Firefox/${number}.0`)
  expect(isCrawler(readers[0])).toBe(false)
})
