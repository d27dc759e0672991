import { newsletterPath } from '#addresses/paths.ts'
import { reader } from '#db/open.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { confirmRequest } from '#domain/distribution/newsletter/subscribing/confirm-request.ts'
import { leave, whoMayLeave } from '#domain/distribution/newsletter/subscribing/leave.ts'
import { ownData } from '#domain/distribution/newsletter/subscribing/own-data.ts'
import {
  changeOwnChoice,
  type OwnLink,
  ownLink,
  removeOwn,
} from '#domain/distribution/newsletter/subscribing/own-subscription.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { seeOther } from '#server/responses/see-other.ts'
import { languageInWords, newslettersInWords } from './choice-words.ts'
import type { FilledPages } from './filled-pages.ts'
import type { Leaving } from './one-click.ts'
import { ask, chosenNewsletters, consentWording, languageOf } from './subscribe.ts'

type Services = { pages: FilledPages; plainHeaders: Record<string, string> }

/** A page behind a link of a mail. `form` is null when the page is only looked at, which changes nothing. */
type LinkVisit = { locale: Locale; token: string; form: URLSearchParams | null }

type Answer = (exchange: Exchange, visit: LinkVisit, services: Services) => Promise<void>

/** Asks whether the sending may begin, and begins it with the button. */
export const confirmPage: Answer = async (exchange, { locale, token, form }, services) => {
  const link = await ownLink(token)
  if (link?.request.kind !== 'confirm') return expired(exchange, locale, services)
  if (form || link.request.confirmedAt !== null) {
    if (form && !(await confirmRequest(token))) return expired(exchange, locale, services)
    return to(exchange, newsletterPath(locale, `manage/${token}${form ? '?done=confirmed' : ''}`), services)
  }
  const { newsletters, language, address } = link.request
  const settings = await newsletterSettings(reader())
  await services.pages.send(exchange, locale, 'confirm', {
    values: {
      texts: {
        address,
        newsletters: newslettersInWords(newsletters, settings, locale),
        language: languageInWords(language, locale),
      },
    },
  })
}

/** Shows a reader's own choices and data, and changes them. */
export const managePage: Answer = async (exchange, { locale, token, form }, services) => {
  const link = await ownLink(token)
  const isUnconfirmed = link?.request.kind === 'confirm' && link.request.confirmedAt === null
  if (isUnconfirmed) return to(exchange, newsletterPath(locale, `confirm/${token}`), services)
  if (!link?.subscriber) return expired(exchange, locale, services)
  const { subscriber } = link
  switch (form?.get('action')) {
    case undefined:
    case null:
      return showChoice(exchange, { locale, link }, services)
    case 'save': {
      const newsletters = chosenNewsletters(form)
      if (newsletters.length === 0)
        return to(exchange, newsletterPath(locale, `manage/${token}?done=nothing`), services)
      const choice = {
        newsletters,
        language: languageOf(form, locale),
        wording: consentWording('manage', locale),
        locale,
      }
      await changeOwnChoice(token, choice)
      return to(exchange, newsletterPath(locale, `manage/${token}?done=saved`), services)
    }
    case 'leave':
      await removeOwn(token, 'left')
      return to(exchange, newsletterPath(locale, 'left'), services)
    case 'export':
      return download(exchange, await ownData(subscriber), services)
    case 'erase':
      return services.pages.send(exchange, locale, 'erase', {
        values: { texts: { address: subscriber.address } },
      })
    case 'really-erase':
      await removeOwn(token, 'erased')
      return to(exchange, newsletterPath(locale, 'erased'), services)
    default:
      return to(exchange, newsletterPath(locale, `manage/${token}`), services)
  }
}

/** Asks whether to leave. */
export const leavePage: Answer = async (exchange, { locale, token }, services) => {
  const subscriber = await whoMayLeave(token)
  if (subscriber === 'gone') return to(exchange, newsletterPath(locale, 'left'), services)
  if (subscriber === 'unknown') return expired(exchange, locale, services)
  await services.pages.send(exchange, locale, 'leave', { values: { texts: { address: subscriber.address } } })
}

/** Lets go of whoever holds the link. A mail server, which shows nobody the answer, gets 200 (RFC 8058). */
export async function letGo(
  exchange: Exchange,
  { locale, token, leaving }: Pick<LinkVisit, 'locale' | 'token'> & { leaving: Leaving },
  services: Services,
): Promise<void> {
  await leave(token)
  if (leaving === 'button') return to(exchange, newsletterPath(locale, 'left'), services)
  const headers = { ...services.plainHeaders, 'Cache-Control': 'no-store' }
  exchange.response
    .writeHead(200, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': 0 })
    .end()
}

/** Sends a link to a reader's own choices: the one in the mail may have been passed on with it. */
export const changePage: Answer = async (exchange, { locale, token, form }, services) => {
  const subscriber = await whoMayLeave(token)
  if (typeof subscriber === 'string') return expired(exchange, locale, services)
  const { address, addressKey: key } = subscriber
  if (!form) return services.pages.send(exchange, locale, 'change', { values: { texts: { address } } })
  await ask(
    exchange,
    {
      ...{ kind: 'manage', locale, language: locale, newsletters: [], form: 'manage', wording: '' },
      address: { kind: 'address', address, key, needsUtf8: false },
    },
    services,
  )
}

async function showChoice(
  exchange: Exchange,
  { locale, link }: { locale: Locale; link: OwnLink },
  services: Services,
): Promise<void> {
  const { subscriber } = link
  if (!subscriber) return
  const { address, newsletters, locale: language } = subscriber
  const done = new URLSearchParams(exchange.address.query).get('done') ?? ''
  const told = ['confirmed', 'saved', 'nothing'].filter(name => name === done)
  const settings = await newsletterSettings(reader())
  await services.pages.send(exchange, locale, 'manage', {
    values: {
      texts: {
        address,
        newsletters: newslettersInWords(newsletters, settings, locale),
        language: languageInWords(language, locale),
      },
      on: new Set([...newsletters, language, ...told]),
    },
  })
}

function download({ response }: Exchange, data: object, { plainHeaders }: Services): void {
  const body = Buffer.from(`${JSON.stringify(data, null, 2)}\n`)
  response
    .writeHead(200, {
      ...plainHeaders,
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-newsletter-data.json"',
      'Content-Length': body.length,
    })
    .end(body)
}

function expired(exchange: Exchange, locale: Locale, { pages }: Services): Promise<void> {
  return pages.send(exchange, locale, 'expired', { status: 410, values: { texts: { address: '' } } })
}

function to({ response }: Exchange, location: string, { plainHeaders }: Services): void {
  seeOther(response, location, plainHeaders)
}
