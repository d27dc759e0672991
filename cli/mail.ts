import type { Command } from 'commander'
import { reader } from '#db/open.ts'
import { checkSender } from '#domain/distribution/newsletter/deliverability/check-sender.ts'
import { ourSender } from '#domain/distribution/newsletter/deliverability/our-sender.ts'
import type { RecordCheck } from '#domain/distribution/newsletter/deliverability/record-check.ts'
import { zoneLine } from '#domain/distribution/newsletter/deliverability/zone-line.ts'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { domainOf, mailSender } from '#domain/distribution/newsletter/mail-sender.ts'
import { testMessage } from '#domain/distribution/newsletter/sending/test-message.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { withTransport } from '#domain/distribution/newsletter/transport/open-transport.ts'
import { outboxFolder } from '#domain/distribution/newsletter/transport/outbox-transport.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { defaultLocale, type Locale } from '#i18n/locales.ts'
import { isOutOfReach } from '#settings/local-host.ts'
import { settings } from '#settings/settings.ts'
import { localeOption } from './arguments.ts'
import { inNewsroom, printJson } from './newsletter/in-newsroom.ts'
import { terminalText } from './terminal-text.ts'

export function register(program: Command): void {
  const mail = program.command('mail').description('whether mail from this newsroom arrives')
  mail
    .command('test')
    .description('send one mail, and say which records of SPF, DKIM and DMARC are missing')
    .argument('<address>', 'whom to send it to')
    .addOption(localeOption('in which language').default(defaultLocale))
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExample:\n  press mail test you@example.com')
    .action(test)
}

async function test(
  typed: string,
  { locale, json = false }: { locale: Locale; json?: boolean },
): Promise<void> {
  const address = readMailAddress(typed)
  if (address.kind === 'wrong') {
    process.stderr.write(
      `This is no address that can be written to (${address.reason}): ${JSON.stringify(typed)}\n`,
    )
    process.exitCode = 2
    return
  }
  const { smtpUrl, dataDir } = settings()
  await inNewsroom(async () => {
    const message = await testMessage(address, locale, new Date())
    const sent = await withTransport(transport => transport.send(message, async () => true))
    const { address: from } = mailSender(await newsletterSettings(reader()), settings(), {
      locale,
      siteName: '',
    })
    /* A sender of this machine alone has no records that anybody could ask for. */
    const records =
      smtpUrl === null && isOutOfReach(domainOf(from))
        ? []
        : await checkSender(await ourSender(from, settings()))
    if (json) printJson({ from, sent, records })
    else
      report({
        from,
        to: address.address,
        sent: sent.kind,
        records,
        outbox: smtpUrl === null ? outboxFolder(dataDir) : null,
      })
    if (sent.kind !== 'sent')
      throw new ExpectedError('mail.notSent', {
        answer: 'answer' in sent ? terminalText(sent.answer) : sent.kind,
      })
  })
}

type Outcome = { from: string; to: string; sent: string; records: RecordCheck[]; outbox: string | null }

function report({ from, to, sent, records, outbox }: Outcome): void {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  if (outbox !== null) {
    out(`No mail server is set (SMTP_URL), so the mail from ${from} to ${to} is a file in ${outbox}.`)
  } else if (sent === 'sent') out(`The mail server has taken the mail from ${from} to ${to}.`)
  for (const { record, state, what, add } of records) {
    out(`${record.toUpperCase().padEnd(5)}  ${state.padEnd(7)}  ${what}`)
    if (add) out(`                add: ${zoneLine(add)}`)
  }
}
