import { isLocale, type Locale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { type BodyFault, readForm } from '#server/requests/form-body.ts'
import { isFromOwnPage } from '#server/requests/own-origin.ts'
import { FilledPages } from './filled-pages.ts'
import { readLeaving } from './one-click.ts'
import { changePage, confirmPage, leavePage, letGo, managePage } from './own-links.ts'
import { sendLink, subscribe } from './subscribe.ts'

const MAX_BODY_BYTES = 4 * 1024

/* Names after `/{locale}/newsletter` to which pages of ours send forms. */
const FORMS = new Map([
  ['', subscribe],
  ['link', sendLink],
])

/* Names after it before the token of a mail, which is right enough: no page of another site can know it. */
const LINKS = new Map([
  ['confirm', confirmPage],
  ['manage', managePage],
  ['leave', leavePage],
  ['change', changePage],
])

type Services = Pick<EdgeServices, 'delivery' | 'renderer' | 'responder' | 'plainHeaders' | 'siteUrl'>

/**
 * Answers what the newsletter's pages send, and the pages behind the links of its mails. Pages that are the same for
 * everybody are left to the cache.
 */
export function newsletter(services: Services): Handler {
  const { delivery, responder, plainHeaders, siteUrl } = services
  const shared = { pages: new FilledPages(services), plainHeaders }

  return {
    methods: ['GET', 'HEAD', 'POST'],
    maxBodyBytes: MAX_BODY_BYTES,
    answer(exchange) {
      const [locale, room, name = '', token, ...rest] = exchange.address.segments
      if (room !== 'newsletter' || !isLocale(locale)) return false
      const isPost = exchange.request.method === 'POST'
      const link = rest.length === 0 && token !== undefined ? LINKS.get(name) : undefined
      if (link === leavePage && isPost && token !== undefined)
        return answerLeaving(exchange, { locale, token })
      if (link && token !== undefined)
        return answerLink(exchange, async form => link(exchange, { locale, token, form }, shared))
      /* Their address is the cache's own. */
      if (name === 'filled' && !isPost) return delivery.sendStatus(exchange, 404).then(() => true)
      const answer = isPost && token === undefined ? FORMS.get(name) : undefined
      if (!answer) return false
      return answerForm(exchange, form => answer(exchange, { form, locale }, shared))
    },
  }

  async function answerLink(
    exchange: Exchange,
    answer: (form: URLSearchParams | null) => Promise<void>,
  ): Promise<true> {
    if (exchange.request.method !== 'POST') {
      await answer(null)
      return true
    }
    const form = await readForm(exchange.request, MAX_BODY_BYTES)
    if (typeof form === 'string') return refuse(exchange, form)
    await answer(form)
    return true
  }

  async function answerLeaving(
    exchange: Exchange,
    { locale, token }: { locale: Locale; token: string },
  ): Promise<true> {
    const leaving = await readLeaving(exchange.request, MAX_BODY_BYTES)
    if (leaving !== 'button' && leaving !== 'one-click') return refuse(exchange, leaving)
    await letGo(exchange, { locale, token, leaving }, shared)
    return true
  }

  async function answerForm(
    exchange: Exchange,
    answer: (form: URLSearchParams) => Promise<void>,
  ): Promise<true> {
    const { request, response } = exchange
    if (!isFromOwnPage(request, siteUrl)) {
      response.shouldKeepAlive = false
      await responder.notice(request, response, 403, 'foreignForm')
      return true
    }
    const form = await readForm(request, MAX_BODY_BYTES)
    if (typeof form === 'string') return refuse(exchange, form)
    await answer(form)
    return true
  }

  async function refuse({ request, response }: Exchange, fault: BodyFault): Promise<true> {
    response.shouldKeepAlive = false
    if (fault === 'broken-off') {
      response.destroy()
      return true
    }
    /* The rest is not read: the connection ends with the answer. */
    response.once('finish', () => request.destroy())
    const status = fault === 'too-large' ? 413 : 400
    await responder.notice(request, response, status, fault === 'too-large' ? 'tooLarge' : 'badRequest')
    return true
  }
}
