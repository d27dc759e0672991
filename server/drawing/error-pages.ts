import { type Locale, localeList } from '../../i18n/locales'
import { log } from '../log'
import { plainNotice } from '../responses/plain-notice'
import { toPlainHtml } from './plain-html'
import type { RenderPage } from './render-page'

/** Statuses whose page must be at hand when nothing can be rendered any more. */
const AHEAD = [500, 503] as const
export type FaultStatus = (typeof AHEAD)[number]

export type ErrorPages = {
  fault: (status: FaultStatus, locale: Locale) => Buffer
  /** Of the inline theme script, as it stands on pages that nobody could have tampered with. */
  inlineScriptHashes: string[]
}

/** The route that draws the pages of faults; nobody reaches it from outside. */
export const oopsPath = (locale: Locale, status: number) => `/${locale}/oops/${status}`

/** Draws the pages of faults while everything still works, and keeps them. */
export async function makeErrorPages(render: RenderPage): Promise<ErrorPages> {
  const kept = new Map<string, Buffer>()
  const hashes = new Set<string>()
  for (const locale of localeList) {
    for (const status of AHEAD) {
      const page = await drawn(render, oopsPath(locale, status))
      if (page) for (const hash of page.inlineScriptHashes) hashes.add(hash)
      kept.set(`${locale}${status}`, page?.body ?? builtIn(status, locale))
    }
  }
  return {
    fault: (status, locale) => kept.get(`${locale}${status}`) ?? builtIn(status, locale),
    inlineScriptHashes: [...hashes],
  }
}

/** In development nothing is drawn ahead: it would compile for seconds, and faults are shown by the framework. */
export function plainErrorPages(): ErrorPages {
  return { fault: builtIn, inlineScriptHashes: [] }
}

async function drawn(render: RenderPage, path: string) {
  try {
    const page = await render(path)
    if (!page.contentType.startsWith('text/html')) throw new Error(`${path} is not a page`)
    const { html, isFrameworkError, isStreamed, inlineScriptHashes } = toPlainHtml(page.body.toString())
    if (isFrameworkError || isStreamed || page.status === 404) throw new Error(`${path} could not be drawn`)
    return { body: Buffer.from(html), inlineScriptHashes }
  } catch (error) {
    log.error({ err: error, path }, 'An error page could not be made ahead; a plain one stands in for it')
    return null
  }
}

function builtIn(status: FaultStatus, locale: Locale): Buffer {
  return plainNotice(status === 503 ? 'busy' : 'broken', locale)
}
