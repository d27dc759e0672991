import { markup } from '#domain/distribution/xml/markup.ts'

/** The lines of a mail that differ from one subscriber to the next. */
const placeholders = ['leaveUrl', 'changeUrl', 'confirmedOn'] as const
export type Placeholder = (typeof placeholders)[number]

/*
 * A character of the private use area stands for each: it has no letters that the search for runs of the other direction
 * could take for a name, and no text of people keeps one.
 */
const FIRST_SIGN = 0xe001
const SIGNS = new RegExp(
  `[\\u${FIRST_SIGN.toString(16)}-\\u${(FIRST_SIGN + placeholders.length - 1).toString(16)}]`,
  'g',
)

/** The sign that stands for a personal line until a mail is filled. */
export function signOf(placeholder: Placeholder): string {
  return String.fromCharCode(FIRST_SIGN + placeholders.indexOf(placeholder))
}

/** The personal line that a sign stands for. */
export function placeholderOf(sign: string): Placeholder | undefined {
  return placeholders[sign.charCodeAt(0) - FIRST_SIGN]
}

/** A text without signs, so that no headline can ask for somebody's link. */
export function withoutSigns(text: string): string {
  return text.replace(SIGNS, '')
}

/** Html or plain text with values in the place of signs, for showing an edition to its editors. */
export function withValues(
  text: string,
  values: Readonly<Record<Placeholder, string>>,
  form: 'html' | 'text',
): string {
  return text.replace(SIGNS, sign => {
    const placeholder = placeholderOf(sign)
    if (!placeholder) return ''
    return form === 'html' ? escapedForHtml(values[placeholder]) : values[placeholder]
  })
}

/** A value as it stands in html, in an attribute or in a text. */
export function escapedForHtml(value: string): string {
  return /[&<>"]/.test(value) ? markup(value).text : value
}
