import { newsletterPath } from '#addresses/paths.ts'
import { reader } from '#db/open.ts'
import type { ConsentForm } from '#db/schema/tables.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import {
  type NewsletterName,
  newsletterNames,
  newsletterSettings,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { type AskedFor, requestMail } from '#domain/distribution/newsletter/subscribing/request-mail.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import { translator } from '#i18n/translator.ts'
import { clientOf } from '#server/requests/client-limit.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { seeOther } from '#server/responses/see-other.ts'
import { waitInWords } from './choice-words.ts'
import type { FilledPages } from './filled-pages.ts'

type Services = { pages: FilledPages; plainHeaders: Record<string, string> }

/** Answers the form by which readers subscribe. */
export async function subscribe(
  exchange: Exchange,
  { form, locale }: { form: URLSearchParams; locale: Locale },
  services: Services,
): Promise<void> {
  if (isFromRobot(form)) return sent(exchange, locale, services)
  const { newsletters: known } = await newsletterSettings(reader())
  const newsletters = newsletterNames.filter(
    name => known[name].isOn && form.getAll('edition').includes(name),
  )
  const language = languageOf(form, locale)
  const typed = typedAddress(form)
  const address = readMailAddress(typed)
  const wrong = address.kind === 'wrong' ? address.reason : newsletters.length === 0 ? 'none-chosen' : null
  if (address.kind === 'wrong' || wrong !== null) {
    const on = new Set([...newsletters, language, ...(wrong ? [wrong] : [])])
    return services.pages.send(exchange, locale, 'invalid', {
      status: 422,
      values: { texts: { address: typed }, on },
    })
  }
  const place = placeOf(form)
  await ask(
    exchange,
    {
      ...{ kind: 'confirm', address, locale, language, newsletters, form: place },
      wording: consentWording(place, locale),
    },
    services,
  )
}

/** Answers the forms that ask for a new link. */
export async function sendLink(
  exchange: Exchange,
  { form, locale }: { form: URLSearchParams; locale: Locale },
  services: Services,
): Promise<void> {
  if (isFromRobot(form)) return sent(exchange, locale, services)
  const typed = typedAddress(form)
  const address = readMailAddress(typed)
  if (address.kind === 'wrong')
    return services.pages.send(exchange, locale, 'expired', {
      status: 422,
      values: { texts: { address: typed }, on: new Set([address.reason]) },
    })
  await ask(
    exchange,
    {
      ...{ kind: 'manage', address, locale, language: locale, newsletters: [], form: 'page', wording: '' },
    },
    services,
  )
}

/** Keeps the wish and leads to the page that everybody gets. */
export async function ask(
  exchange: Exchange,
  asked: Omit<AskedFor, 'client'>,
  services: Services,
): Promise<void> {
  const waitMs = await requestMail({ ...asked, client: clientOf(exchange.clientAddress) })
  if (waitMs === 0) return sent(exchange, asked.locale, services)
  await services.pages.send(exchange, asked.locale, 'too-many', {
    status: 429,
    retryAfterS: Math.ceil(waitMs / 1000),
    values: { texts: { minutes: waitInWords(waitMs, asked.locale) } },
  })
}

/** The language of the mails that a form asks for. */
export function languageOf(form: URLSearchParams, locale: Locale): Locale {
  const language = form.get('language')
  return isLocale(language) ? language : locale
}

/** The newsletters that a form names. */
export function chosenNewsletters(form: URLSearchParams): NewsletterName[] {
  return newsletterNames.filter(name => form.getAll('edition').includes(name))
}

/** The sentence beside the button, which somebody agrees to. */
export function consentWording(place: ConsentForm, locale: Locale): string {
  const t = translator(locale, 'newsletter')
  if (place === 'manage') return t('manage.save')
  const sentence = place === 'page' ? t('first') : t.markup('box.fine', { all: words => words })
  return `${t('submit')}: ${sentence}`
}

/* Longer than any address is not worth showing again. */
const typedAddress = (form: URLSearchParams) => (form.get('email') ?? '').slice(0, 1000)

/* A field that people do not see. */
const isFromRobot = (form: URLSearchParams) => (form.get('website') ?? '') !== ''

function placeOf(form: URLSearchParams): ConsentForm {
  const place = form.get('place')
  return place === 'front' || place === 'article' ? place : 'page'
}

function sent({ response }: Exchange, locale: Locale, { plainHeaders }: Services): void {
  seeOther(response, newsletterPath(locale, 'sent'), plainHeaders)
}
