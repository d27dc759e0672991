import { type Locale, localeList } from '#i18n/locales.ts'
import { log } from '#server/log.ts'
import { plainNotice } from '#server/responses/plain-notice.ts'
import { toPlainHtml } from './plain-html.ts'
import type { RenderPage } from './render-page.ts'

/** Statuses whose page has to be ready when nothing can be rendered any more. */
const AHEAD = [500, 503] as const
export type FaultStatus = (typeof AHEAD)[number]

/** The pages of faults, as plain data: one thread makes them, another serves them. */
export type ErrorPages = {
  /** By language and status, as `ar500`. */
  bodies: Record<string, Uint8Array>
  /** Hashes of the inline theme script, from pages that no content could have tampered with. */
  inlineScriptHashes: string[]
}

/** The route that renders the pages of faults. The edge answers 404 to requests for it. */
export const oopsPath = (locale: Locale, status: number) => `/${locale}/oops/${status}`

/** The route that renders what all pages of a language share. The edge answers 404 to requests for it. */
export const partsPath = (locale: Locale) => `/${locale}/oops/parts`

/** Renders the pages of faults ahead, while everything works. */
export async function makeErrorPages(render: RenderPage): Promise<ErrorPages> {
  const bodies: Record<string, Uint8Array> = {}
  const hashes = new Set<string>()
  for (const locale of localeList) {
    for (const status of AHEAD) {
      const page = await renderAhead(render, oopsPath(locale, status))
      if (!page) continue
      for (const hash of page.inlineScriptHashes) hashes.add(hash)
      bodies[`${locale}${status}`] = page.body
    }
  }
  return { bodies, inlineScriptHashes: [...hashes] }
}

/**
 * No pages of faults, for development: rendering them would compile for seconds, and the framework shows faults itself.
 */
export function plainErrorPages(): ErrorPages {
  return { bodies: {}, inlineScriptHashes: [] }
}

/** The page of a fault; a plain notice where it could not be rendered ahead. */
export function faultBody({ bodies }: ErrorPages, status: FaultStatus, locale: Locale): Buffer {
  const body = bodies[`${locale}${status}`]
  return body ? Buffer.from(body) : plainNotice(status === 503 ? 'busy' : 'broken', locale)
}

async function renderAhead(render: RenderPage, path: string) {
  try {
    const page = await render(path)
    if (!page.contentType.startsWith('text/html')) throw new Error(`${path} is not a page`)
    const { html, isFrameworkError, isStreamed, inlineScriptHashes } = toPlainHtml(page.body.toString())
    if (isFrameworkError || isStreamed || page.status === 404)
      throw new Error(`${path} could not be rendered`)
    return { body: Buffer.from(html), inlineScriptHashes }
  } catch (error) {
    log.error({ err: error, path }, 'An error page could not be made ahead; a plain one stands in for it')
    return null
  }
}
