import { z } from 'zod'
import { readMailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import type { NewsletterOverrides } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'

/** Days as newsroom.yaml names them; settings count them from Sunday. */
export const dayNames = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const

const text = z.string().trim().min(1, 'must not be empty').max(300, 'expected at most 300 characters')
const texts = z.strictObject({ ar: text.optional(), en: text.optional() })
const address = z
  .string()
  .trim()
  .refine(
    value => readMailAddress(value).kind === 'address',
    'is no mail address; expected one such as news@example.org',
  )

const words = { on: z.boolean().optional(), title: texts.optional(), about: texts.optional() }
const rhythm = {
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of the day such as 07:00')
    .optional(),
  stories: z.int().min(1, 'expected 1 to 20').max(20, 'expected 1 to 20').optional(),
}

const fields = z.strictObject({
  postal: texts.optional(),
  sender: z
    .strictObject({ name: texts.optional(), address: address.optional(), 'reply-to': address.optional() })
    .optional(),
  headline: texts.optional(),
  standfirst: texts.optional(),
  daily: z.strictObject({ ...words, ...rhythm }).optional(),
  weekly: z.strictObject({ ...words, ...rhythm, day: z.enum(dayNames).optional() }).optional(),
  /* A person sends it, about one story. */
  breaking: z.strictObject(words).optional(),
})

/** `newsletter:` of newsroom.yaml, read as the settings that it names; those that it does not name stay. */
export const newsletterFormat = fields.transform(
  ({ postal, sender, headline, standfirst, daily, weekly, breaking }): NewsletterOverrides =>
    given({
      postalAddress: postal,
      senderNames: sender?.name,
      senderAddress: sender?.address,
      replyTo: sender?.['reply-to'],
      headline,
      standfirst,
      newsletters: given({
        daily: daily && ofOne(daily),
        weekly: weekly && ofOne(weekly),
        breaking: breaking && ofOne(breaking),
      }),
    }),
)

type One = z.output<NonNullable<typeof fields.shape.weekly>>

function ofOne({ on, title, about, at, day, stories }: NonNullable<One>) {
  return given({
    isOn: on,
    titles: title,
    about,
    at,
    day: day === undefined ? undefined : dayNames.indexOf(day),
    stories,
  })
}

/* A field that is there without a value would take away what is set. */
function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
