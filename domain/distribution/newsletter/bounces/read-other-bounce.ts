import { type Finding, reason } from './finding.ts'
import type { ParsedMail } from './parse-mail.ts'
import { codeIn, severityOf, statusIn } from './severity.ts'

type Format = { isOne: (mail: ParsedMail) => boolean; address: RegExp }

/* Only texts that a program writes word by word, so that no letter of a person is taken for a bounce. */
const FORMATS: Format[] = [
  {
    /* qmail */
    isOne: ({ text }) => /^\s*Hi\. This is the qmail-send program at /.test(text),
    address: /^<([^\s<>@]{1,64}@[^\s<>]{1,255})>:/m,
  },
  {
    /* Exim, and Gmail before it wrote delivery statuses */
    isOne: ({ header, text }) =>
      header('x-failed-recipients').length > 0 &&
      /created automatically by mail delivery software|failed permanently/i.test(text),
    address: /^[ \t]{1,8}([^\s<>:@]{1,64}@[^\s<>:]{1,255})$/m,
  },
  {
    /* Postfix */
    isOne: ({ text }) => /This is the (?:mail system at host|Postfix program at host) /.test(text),
    address: /^<([^\s<>@]{1,64}@[^\s<>]{1,255})>(?: \([^()\n]{0,300}\))?:/m,
  },
  {
    /* Exchange */
    isOne: ({ text }) =>
      /Delivery has failed to these recipients or groups/.test(text) &&
      /Diagnostic information for administrators/.test(text),
    address: /([^\s<>()@]{1,64}@[^\s<>()]{1,255})/,
  },
  {
    /* Yahoo */
    isOne: ({ text }) => /unable to deliver your message to the following address/.test(text),
    address: /<([^\s<>@]{1,64}@[^\s<>]{1,255})>/,
  },
]

const MOST_LETTERS = 32 * 1024
const RETURNED_MAIL =
  /^-{2,20}[^\n-]{0,80}(?:copy of|original|returned|forwarded)|^Original message headers:/im
const ONLY_DELAYED =
  /\b(?:warning only|not yet been delivered|has been delayed|delivery will (?:continue|be retried))/i

/** Reads the bounce of a server that writes no delivery status; null for a text that is not surely one. */
export function readOtherBounce(mail: ParsedMail): Finding | null {
  const format = FORMATS.find(({ isOne }) => isOne(mail))
  if (!format || !isFromMachine(mail)) return null
  const own = mail.text.slice(0, MOST_LETTERS).split(RETURNED_MAIL)[0] ?? ''
  if (ONLY_DELAYED.test(own)) return 'none'
  const at = format.address.exec(own)
  const text = reason(at ? own.slice(at.index + at[0].length) : own)
  const status = statusIn(text)
  return {
    kind: 'bounce',
    severity: severityOf({ status, code: codeIn(text), text }),
    address: at?.[1] ?? mail.header('x-failed-recipients')[0]?.split(',')[0]?.trim() ?? null,
    status,
    text,
  }
}

function isFromMachine({ header }: ParsedMail): boolean {
  const from = header('from').join(' ')
  return (
    /mailer-daemon|postmaster|mail delivery|microsoftexchange/i.test(from) ||
    header('return-path')[0] === '<>'
  )
}
