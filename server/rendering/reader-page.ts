import type { OutgoingHttpHeader } from 'node:http'
import { isLocale, type Locale } from '#i18n/locales.ts'
import type { Answer } from '#request/answer.ts'
import { log } from '#server/log.ts'
import { type ErrorPages, faultBody, oopsPath, partsPath } from './error-pages.ts'
import { inBytes } from './mark-offsets.ts'
import { type Mark, toPlainHtml } from './plain-html.ts'
import type { RenderedPage, RenderPage } from './render-page.ts'

/** The facts that a page states about itself, for the cache. */
type PageFacts = Pick<Answer, 'tags' | 'beside' | 'shows' | 'until' | 'fades' | 'read' | 'frames'>

/** A page as it may be sent, or a redirect in its place. */
export type FinishedPage = { answer: PageFacts } & (
  | {
      kind: 'page'
      status: number
      contentType: string
      body: Buffer
      cacheControl: string | null
      /** The Link header of a machine-readable page; a page for readers has its links in its head. */
      link: string | null
      /** Places and stretches of a page, in bytes; none where the page is whole. */
      marks?: readonly Mark[]
    }
  | { kind: 'redirect'; status: 307 | 308; location: string }
)

export type RenderContext = { render: RenderPage; errorPages: ErrorPages; dev: boolean }

/**
 * Renders an address into the page that readers get: complete, plain, with its true status. A page that the framework
 * could not render is replaced by the page of that fault.
 */
export async function readerPage(url: string, locale: Locale, context: RenderContext): Promise<FinishedPage> {
  const page = await rendered(url, context, !context.dev)
  if (!page) return faultPage(500, locale, context)
  /* A page that itself says that it is missing is better than the general one: it knows where the reader is. */
  if (page.status === 404 && !page.isOwnStatus) return missingPage(page.answer, locale, context)
  return finish(page, url, locale, context)
}

/*
 * A missing page keeps its own tags: it becomes stale when the month has its first article, or when the topic is made.
 */
async function missingPage({ tags }: PageFacts, locale: Locale, context: RenderContext) {
  const page = await statusPage(404, locale, context)
  return { ...page, answer: { ...page.answer, tags: new Set([...page.answer.tags, ...tags]) } }
}

/** The page of a status in a language: 404, 410. */
export async function statusPage(
  status: 404 | 410,
  locale: Locale,
  context: RenderContext,
): Promise<FinishedPage> {
  const path = oopsPath(locale, status)
  const page = await rendered(path, context, !context.dev)
  if (!page || page.status >= 500) return faultPage(500, locale, context)
  return finish({ ...page, status, location: null }, path, locale, context)
}

/** What all pages of a language share, each part marked by its name. */
export async function partsPage(locale: Locale, context: RenderContext): Promise<FinishedPage> {
  const path = partsPath(locale)
  const page = await rendered(path, context, false)
  return page ? finish(page, path, locale, context) : faultPage(500, locale, context)
}

/** The page of a fault that was rendered ahead. No cache may keep it. */
export function faultPage(
  status: 500 | 503,
  locale: Locale,
  { errorPages }: Pick<RenderContext, 'errorPages'>,
): FinishedPage {
  return {
    kind: 'page',
    status,
    contentType: 'text/html; charset=utf-8',
    body: faultBody(errorPages, status, locale),
    cacheControl: 'no-store',
    link: null,
    answer: {
      tags: new Set(),
      beside: new Set(),
      shows: new Set(),
      until: null,
      fades: null,
      read: null,
      frames: new Set(),
    },
  }
}

/**
 * Whether an address belongs to a route of the framework. Other addresses would reach the routes of a language that the
 * site does not have. `roots`: first segments of routes that belong to no language.
 */
export function isRenderedByFramework([first = '', second]: string[], roots: ReadonlySet<string>) {
  if (second === 'oops') return false
  return isLocale(first) || roots.has(first)
}

async function rendered(
  url: string,
  { render }: RenderContext,
  leavesParts: boolean,
): Promise<RenderedPage | null> {
  try {
    return await render(url, leavesParts)
  } catch (error) {
    log.error({ err: error, url }, 'A page could not be rendered')
    return null
  }
}

async function finish(
  page: RenderedPage,
  url: string,
  locale: Locale,
  context: RenderContext,
): Promise<FinishedPage> {
  const { status, location, contentType, answer } = page
  if ((status === 307 || status === 308) && location !== null)
    return { kind: 'redirect', status, location, answer }
  if (status >= 500 && !context.dev) {
    log.error({ url, status }, 'A page failed')
    return faultPage(500, locale, context)
  }
  const cacheControl = textOf(page.headers['cache-control'])
  if (!contentType.startsWith('text/html'))
    return {
      kind: 'page',
      status,
      contentType,
      body: page.body,
      cacheControl,
      link: textOf(page.headers.link),
      answer,
    }
  if (context.dev)
    return { kind: 'page', status, contentType, body: page.body, cacheControl: null, link: null, answer }
  const { html, marks, isStreamed, isFrameworkError } = toPlainHtml(
    page.body.toString(),
    context.errorPages.inlineScriptHashes,
  )
  if (isFrameworkError) {
    log.error({ url, status }, 'A page was left to the framework, which drew none')
    return faultPage(500, locale, context)
  }
  if (isStreamed) log.error({ url }, 'A page holds back a part of itself for script; it is served whole')
  const body = Buffer.from(html)
  return {
    kind: 'page',
    status,
    contentType: 'text/html; charset=utf-8',
    body,
    cacheControl: null,
    link: null,
    answer,
    marks: inBytes(marks, html),
  }
}

function textOf(header: OutgoingHttpHeader | undefined): string | null {
  return typeof header === 'string' ? header : null
}
