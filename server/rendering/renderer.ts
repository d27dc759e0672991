import type { Locale } from '#i18n/locales.ts'
import { type ErrorPages, makeErrorPages, plainErrorPages } from './error-pages.ts'
import { inRequest } from './framework-console.ts'
import { type FinishedPage, partsPage, readerPage, statusPage } from './reader-page.ts'
import { type FrameworkHandler, pageRenderer } from './render-page.ts'

/** Renders pages. Nothing of the reader enters but the language; `requestId` names the request in the log. */
export type Renderer = {
  page: (url: string, locale: Locale, requestId: string) => Promise<FinishedPage>
  /** The page of a status: 404, 410. */
  status: (status: 404 | 410, locale: Locale, requestId: string) => Promise<FinishedPage>
  /** What all pages of a language share. */
  parts: (locale: Locale, requestId: string) => Promise<FinishedPage>
  errorPages: ErrorPages
  /** Whether pages can be rendered just now. */
  isReady: () => boolean
  /** Hands a request to the framework as it is, and sends its answer on as it comes. */
  passOn: FrameworkHandler
  close: () => Promise<void>
}

type Options = { handler: FrameworkHandler; siteUrl: string; dev: boolean; close?: () => Promise<void> }

/** Renders in this thread. */
export async function renderHere({
  handler,
  siteUrl,
  dev,
  close = async () => {},
}: Options): Promise<Renderer> {
  const render = pageRenderer(handler, siteUrl)
  const errorPages = dev ? plainErrorPages() : await makeErrorPages(render)
  const context = { render, errorPages, dev }
  return {
    page: (url, locale, requestId) => inRequest({ requestId, url }, () => readerPage(url, locale, context)),
    status: (status, locale, requestId) =>
      inRequest({ requestId, url: `${status}` }, () => statusPage(status, locale, context)),
    parts: (locale, requestId) => inRequest({ requestId, url: 'parts' }, () => partsPage(locale, context)),
    errorPages,
    isReady: () => true,
    passOn: handler,
    close,
  }
}
