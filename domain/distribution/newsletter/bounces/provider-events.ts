/* The two forms of what a webhook brings: ours (docs/newsletter.md), and the events of Resend. */
import { z } from 'zod'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import { reason } from './finding.ts'
import type { MailReport } from './mail-report.ts'
import { readMessageId } from './mail-token.ts'
import { severityOf } from './severity.ts'

const MOST_EVENTS = 1_000

const text = z.string().max(2_000)

/* `name@host`, or as a header has it: `Name <name@host>`. */
const address = z
  .string()
  .max(1_000)
  .transform(value => readMailAddress(/<([^<>]*)>\s*$/.exec(value)?.[1] ?? value))
  .refine(value => value.kind === 'address')
  .transform(value => (value.kind === 'address' ? value.address : ''))

const ownEvent = z
  .object({
    type: z.enum(['bounce', 'complaint']),
    severity: z.enum(['hard', 'soft']).optional(),
    address: address.optional(),
    messageId: text.optional(),
    status: z
      .string()
      .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
      .nullish(),
    text: text.optional(),
  })
  .refine(event => event.address !== undefined || event.messageId !== undefined)

const ownEvents = z.object({ events: z.array(ownEvent).max(MOST_EVENTS) })

/* https://resend.com/docs/webhooks/emails/bounced and .../complained */
const resendEvent = z.object({
  type: z.enum(['email.bounced', 'email.complained']),
  data: z.object({
    to: z.array(address).min(1).max(50),
    message_id: text.nullish(),
    bounce: z.object({ type: text.optional(), subType: text.optional(), message: text.optional() }).nullish(),
  }),
})

const otherEvent = z.object({ type: z.string().max(100), data: z.unknown() })

/** Reads the events of a webhook, whose sender is known; null when they have neither form. */
export function readProviderEvents(json: unknown, keys: readonly Buffer[]): MailReport[] | null {
  const own = ownEvents.safeParse(json)
  if (own.success) return own.data.events.map(event => ownReport(event, keys))
  const resend = resendEvent.safeParse(json)
  if (resend.success) return resendReports(resend.data, keys)
  const other = otherEvent.safeParse(json)
  const isKnown = other.success && /^email\.(?:bounced|complained)$/.test(other.data.type)
  return other.success && !isKnown ? [] : null
}

function ownReport(event: z.output<typeof ownEvent>, keys: readonly Buffer[]): MailReport {
  const { type: kind, messageId = '', status = null } = event
  const words = reason(event.text ?? '')
  const told = kind === 'complaint' ? 'hard' : severityOf({ status, code: null, text: words })
  return {
    ...{ kind, severity: event.severity ?? told },
    ...deliveryOf(messageId, keys),
    ...{ address: event.address ?? null, status, text: words },
  }
}

/* Each of our mails has one recipient; where there are several, the event is about a mail of somebody else. */
function resendReports({ type, data }: z.output<typeof resendEvent>, keys: readonly Buffer[]): MailReport[] {
  const { to, message_id: messageId, bounce } = data
  if (to.length !== 1) return []
  const isHard = type === 'email.complained' || bounce?.type?.toLowerCase() === 'permanent'
  return [
    {
      kind: type === 'email.complained' ? 'complaint' : 'bounce',
      severity: isHard ? 'hard' : 'soft',
      ...deliveryOf(messageId ?? '', keys),
      address: to[0] ?? null,
      status: null,
      text: reason([bounce?.subType, bounce?.message].filter(Boolean).join(': ')),
    },
  ]
}

function deliveryOf(messageId: string, keys: readonly Buffer[]): Pick<MailReport, 'edition' | 'subscriber'> {
  return readMessageId(messageId, keys) ?? { edition: null, subscriber: null }
}
