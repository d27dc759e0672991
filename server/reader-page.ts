import { isLocale, type Locale } from '../i18n/locales'
import { addressOf, type CleanAddress } from './clean-address'
import { type ErrorPages, oopsPath } from './error-pages'
import { log } from './log'
import { toPlainHtml } from './plain-html'
import { oldAddress, type Redirect } from './redirects'
import type { RenderedPage, RenderPage } from './render-page'

/** A page as it may leave, or where to go instead. */
export type FinishedPage =
  | {
      kind: 'page'
      status: number
      contentType: string
      body: Buffer
      cacheControl: string | null
      vary?: string
    }
  | ({ kind: 'redirect' } & Redirect)

type Context = {
  render: RenderPage
  errorPages: ErrorPages
  dev: boolean
  /** First segments of routes that belong to no language; null when they are not known. */
  roots: ReadonlySet<string> | null
}

/**
 * Renders an address and makes of it what readers get: complete, plain, with its true status. What the framework
 * could not draw is replaced by the page of that fault. `locale` is the reader's own, for addresses without one.
 */
export async function readerPage(
  address: CleanAddress,
  locale: Locale,
  context: Context,
): Promise<FinishedPage> {
  const [first, second] = address.segments
  const own = isLocale(first) ? first : locale
  if (second === 'oops' || !isDrawnByFramework(address, context)) return oldOrMissing(address, own, context)
  const url = addressOf(address)
  const page = await rendered(url, context)
  if (!page) return fault(own, context)
  if (page.status === 404) return lookedForElsewhere(page, address, own, context)
  return finish(page, url, own, context)
}

/** The page of a status in the reader's language: 404, 410. */
export async function statusPage(status: 404 | 410, locale: Locale, context: Context): Promise<FinishedPage> {
  const path = oopsPath(locale, status)
  const page = await rendered(path, context)
  if (!page || page.status >= 500) return fault(locale, context)
  return {
    ...(await finish({ ...page, status, location: null }, path, locale, context)),
    vary: 'Accept-Language',
  }
}

/* Anything else would reach the routes of a language that the site does not have. */
function isDrawnByFramework({ segments }: CleanAddress, { roots }: Context): boolean {
  const [first = ''] = segments
  return isLocale(first) || (roots ? roots.has(first) : first.includes('.'))
}

async function oldOrMissing(address: CleanAddress, locale: Locale, context: Context): Promise<FinishedPage> {
  const old = await oldAddress(address)
  if (old === null || old === 'gone') return statusPage(old ? 410 : 404, locale, context)
  return { kind: 'redirect', ...old }
}

async function lookedForElsewhere(
  page: RenderedPage,
  address: CleanAddress,
  locale: Locale,
  context: Context,
): Promise<FinishedPage> {
  const old = await oldAddress(address)
  if (old === 'gone') return statusPage(410, locale, context)
  if (old) return { kind: 'redirect', ...old }
  /* A page of ours that says "missing" is better than the general one: it knows where the reader is. */
  return page.isOwnStatus
    ? finish(page, addressOf(address), locale, context)
    : statusPage(404, locale, context)
}

async function rendered(url: string, { render }: Context): Promise<RenderedPage | null> {
  try {
    return await render(url)
  } catch (error) {
    log.error({ err: error, url }, 'A page could not be rendered')
    return null
  }
}

async function finish(
  page: RenderedPage,
  url: string,
  locale: Locale,
  context: Context,
): Promise<FinishedPage> {
  const { status, location, contentType } = page
  if (status === 307 || status === 308) {
    if (location !== null) return { kind: 'redirect', status, location }
  }
  if (status >= 500 && !context.dev) {
    log.error({ url, status }, 'A page failed')
    return fault(locale, context)
  }
  const cacheControl =
    typeof page.headers['cache-control'] === 'string' ? page.headers['cache-control'] : null
  if (!contentType.startsWith('text/html'))
    return { kind: 'page', status, contentType, body: page.body, cacheControl }
  if (context.dev) return { kind: 'page', status, contentType, body: page.body, cacheControl: null }
  const { html, isStreamed, isFrameworkError } = toPlainHtml(
    page.body.toString(),
    context.errorPages.inlineScriptHashes,
  )
  if (isFrameworkError) {
    log.error({ url, status }, 'A page was left to the framework, which drew none')
    return fault(locale, context)
  }
  if (isStreamed) log.error({ url }, 'A page holds back a part of itself for script; it is served whole')
  return {
    kind: 'page',
    status,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(html),
    cacheControl: null,
  }
}

function fault(locale: Locale, { errorPages }: Context): FinishedPage {
  const body = errorPages.fault(500, locale)
  return {
    kind: 'page',
    status: 500,
    contentType: 'text/html; charset=utf-8',
    body,
    cacheControl: 'no-store',
  }
}
