import type { APIRequestContext, Page } from '@playwright/test'

export const localesUnderTest = ['ar', 'en'] as const
export type LocaleUnderTest = (typeof localesUnderTest)[number]

export const directions = { ar: 'rtl', en: 'ltr' } as const

/** Every kind of page a reader can meet, found by following links from the front. */
export const kinds = [
  'front',
  'section',
  'article',
  'latest',
  'topics',
  'topic',
  'authors',
  'author',
  'archive',
  'archive month',
  'archive day',
  'standing page',
  'search',
  'search results',
  'search without results',
  'newsletter',
  'newsletter sent',
  'missing',
  'withdrawn',
] as const
export type Kind = (typeof kinds)[number]

export const statusOf: Partial<Record<Kind, number>> = { missing: 404, withdrawn: 410 }

const hrefs = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(match => match[1] ?? '')

/** The first link on a page whose path matches. */
export async function findLink(request: APIRequestContext, from: string, form: RegExp): Promise<string> {
  const html = await (await request.get(from)).text()
  const found = hrefs(html).find(href => form.test(href))
  if (!found) throw new Error(`No link like ${form} on ${from}`)
  return found
}

export async function pathOf(
  request: APIRequestContext,
  kind: Kind,
  locale: LocaleUnderTest,
): Promise<string> {
  const front = `/${locale}`
  const link = (from: string, form: string) => findLink(request, from, new RegExp(`^/${locale}/${form}`))
  switch (kind) {
    case 'front':
      return front
    case 'section':
      return link(front, '(?!latest|archive|topics|authors|pages|search|newsletter)[^/?".]+$')
    case 'article':
      return link(front, '[^/]+/\\d+/')
    case 'topic':
      return link(`${front}/topics`, 'topics/.+')
    case 'author':
      return link(`${front}/authors`, 'authors/.+')
    case 'archive month':
      return link(`${front}/archive`, 'archive/\\d{4}/\\d\\d$')
    case 'archive day':
      return link(`${front}/archive`, 'archive/\\d{4}/\\d\\d/\\d\\d$')
    case 'search results':
      return `${front}/search?q=${encodeURIComponent(locale === 'ar' ? 'مدرسة' : 'school')}`
    case 'search without results':
      return `${front}/search?q=${encodeURIComponent(locale === 'ar' ? 'الإتلافات' : 'calandar zeppelin')}`
    case 'standing page':
      return link(front, 'pages/.+')
    case 'newsletter sent':
      return `${front}/newsletter/sent`
    case 'missing':
      return `${front}/nothing-here/at-all`
    case 'withdrawn':
      return withdrawnPath(request, locale)
    default:
      return `${front}/${kind}`
  }
}

/* No page links to withdrawn stories. Their ids are small in the demonstration newsroom. */
async function withdrawnPath(request: APIRequestContext, locale: LocaleUnderTest): Promise<string> {
  for (let id = 1; id < 120; id++) {
    const path = `/${locale}/x/${id}/x`
    const answer = await request.get(path, { maxRedirects: 0 })
    if (answer.status() === 410) return path
  }
  throw new Error('No withdrawn story in the demonstration newsroom')
}

/** Collects the faults of a page: console errors, exceptions, failed requests. */
export function collectFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() !== 'error') return
    /* The browser reports the status of the page itself as a failed resource. */
    if (
      /the server responded with a status of 4(04|10)/.test(message.text()) &&
      message.location().url === page.url()
    )
      return
    faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', error => faults.push(`exception: ${error.message}`))
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${reason}`)
  })
  return faults
}

/** The visible words of the page, without controls that work only with script. */
export function readableText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    for (const element of copy.querySelectorAll(
      'script, style, [hidden], theme-switch, text-size, share-tools, listen-to, time, dialog',
    ))
      element.remove()
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
  })
}
