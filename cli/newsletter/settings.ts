import { type Command, InvalidArgumentError, Option } from 'commander'
import { terminalText } from '#cli/terminal-text.ts'
import { reader } from '#db/open.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { mailSender } from '#domain/distribution/newsletter/mail-sender.ts'
import {
  type NewsletterOverrides,
  type NewsletterSettings,
  newsletterNames,
  newsletterOverrides,
  newsletterSettings,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { saveNewsletter } from '#domain/editorial/filing/save-newsletter.ts'
import { localeList } from '#i18n/locales.ts'
import { settings as appSettings } from '#settings/settings.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import { inNewsroom, printJson } from './in-newsroom.ts'

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const SWITCH = ['on', 'off']

export function registerSettings(newsletter: Command): void {
  const command = newsletter
    .command('settings')
    .description('show hours, names and sender, and set those that are given')
  for (const name of newsletterNames) {
    command.addOption(new Option(`--${name} <switch>`, `offer the ${name} newsletter`).choices(SWITCH))
    for (const locale of localeList) {
      command.option(`--${name}-title-${locale} <words>`, `its name (${locale})`, parseWords)
      command.option(`--${name}-about-${locale} <words>`, `a sentence about it (${locale})`, parseWords)
    }
    if (name === 'breaking') continue
    command.option(`--${name}-at <hour>`, 'when it goes out, such as 07:00', parseHour)
    command.option(`--${name}-stories <number>`, 'how many stories at most, 1 to 20', parseStories)
  }
  command.addOption(new Option('--weekly-day <day>', 'the day of the weekly newsletter').choices(DAYS))
  for (const locale of localeList) {
    command.option(`--headline-${locale} <words>`, `the promise above the form (${locale})`, parseWords)
    command.option(`--standfirst-${locale} <words>`, `the sentences below it (${locale})`, parseWords)
    command.option(`--sender-${locale} <name>`, `the name that mails come from (${locale})`, parseWords)
    command.option(
      `--postal-address-${locale} <words>`,
      `the publisher's postal address (${locale})`,
      parseWords,
    )
  }
  command
    .option('--from <address>', 'the address that mails come from; - for PRESS_MAIL_FROM', parseAddress)
    .option('--reply-to <address>', 'the address for replies; - for none', parseAddress)
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  press newsletter settings\n  press newsletter settings --daily-at 06:30 --weekly-day thursday',
    )
    .action(run)
}

function parseHour(text: string): string {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  throw new InvalidArgumentError('It is an hour from 00:00 to 23:59, such as 07:00.')
}

function parseStories(text: string): string {
  if (/^([1-9]|1\d|20)$/.test(text)) return text
  throw new InvalidArgumentError('It is a whole number from 1 to 20.')
}

const MOST_CHARACTERS = 300

function parseWords(text: string): string {
  const words = text.trim()
  if (words !== '' && words.length <= MOST_CHARACTERS) return words
  throw new InvalidArgumentError(`It has between 1 and ${MOST_CHARACTERS} characters.`)
}

function parseAddress(text: string): string {
  if (text === '-' || readMailAddress(text).kind === 'address') return text
  throw new InvalidArgumentError('It is one address, such as newsletter@news.example.org.')
}

type Given = Record<string, string | boolean | undefined>

async function run({ json = false, ...given }: Given): Promise<void> {
  const change = changeFrom(given)
  const { data, error } = newsletterOverrides.safeParse(change)
  if (error) {
    const [issue] = error.issues
    process.stderr.write(`${issue?.path.join(' ')}: ${issue?.message}. Add --help for what it takes.\n`)
    process.exitCode = 2
    return
  }
  await inNewsroom(async () => {
    if (Object.keys(given).length > 0) await saveNewsletter(systemActor('press newsletter settings'), data)
    const settings = await newsletterSettings(reader())
    if (json) return printJson(settings)
    const { address } = mailSender(settings, appSettings(), { locale: 'en', siteName: '' })
    process.stdout.write(`${lines(settings, address).join('\n')}\n`)
  })
}

function changeFrom(given: Given): NewsletterOverrides {
  const words = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value : undefined
  }
  const texts = (prefix: string) => defined({ ar: words(`${prefix}Ar`), en: words(`${prefix}En`) })
  const address = (name: string) => (words(name) === '-' ? null : words(name))
  const newsletters = Object.fromEntries(
    newsletterNames.map(name => [
      name,
      defined({
        isOn: words(name) === undefined ? undefined : words(name) === 'on',
        titles: texts(`${name}Title`),
        about: texts(`${name}About`),
        at: words(`${name}At`),
        day: name === 'weekly' && words('weeklyDay') ? DAYS.indexOf(words('weeklyDay') ?? '') : undefined,
        stories: words(`${name}Stories`) === undefined ? undefined : Number(words(`${name}Stories`)),
      }),
    ]),
  )
  return (defined({
    newsletters: defined(newsletters),
    headline: texts('headline'),
    standfirst: texts('standfirst'),
    senderNames: texts('sender'),
    postalAddress: texts('postalAddress'),
    senderAddress: address('from'),
    replyTo: address('replyTo'),
  }) ?? {}) as NewsletterOverrides
}

/* Without what is undefined; undefined when nothing is left. */
function defined<Values extends Record<string, unknown>>(values: Values): Values | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return entries.length > 0 ? (Object.fromEntries(entries) as Values) : undefined
}

function lines(settings: NewsletterSettings, from: string): string[] {
  const { newsletters, senderNames, replyTo, postalAddress, headline } = settings
  const both = (texts: Partial<Record<'ar' | 'en', string>>) =>
    localeList.map(locale => (texts[locale] ? terminalText(texts[locale]) : `(no ${locale})`)).join(' / ')
  return [
    ...newsletterNames.map(name => {
      const { isOn, at, day, stories, titles } = newsletters[name]
      const when = at === null ? 'by hand' : `${day === null ? 'every day' : DAYS[day]} ${at}`
      return `${name.padEnd(9)} ${isOn ? 'on ' : 'off'}  ${when.padEnd(16)}  ${stories} stories  ${both(titles)}`
    }),
    `Time zone: ${siteTimeZone()}`,
    `Headline: ${both(headline)}`,
    `Sender: ${Object.keys(senderNames).length > 0 ? both(senderNames) : "(the site's name)"} <${from}>`,
    `Replies to: ${replyTo ?? 'the sender'}`,
    `Postal address: ${both(postalAddress)}`,
  ]
}
