/*
 * Places on a cached page that the edge fills for one reader. The page itself is the same for everybody and holds
 * nothing about a person; a reader's address and choices are written into a copy of it, which nobody keeps.
 */

const SLOT_NAMES = ['address', 'newsletters', 'language', 'minutes'] as const
export type SlotName = (typeof SLOT_NAMES)[number]

/* Chosen newsletters, the language of the mails, events that the page tells of, and what is wrong with a form. */
const CONDITIONS = [
  'daily',
  'weekly',
  'breaking',
  'ar',
  'en',
  'confirmed',
  'saved',
  'nothing',
  'empty',
  'too-long',
  'forbidden',
  'malformed',
  'none-chosen',
]

/*
 * `data-checked-if="daily"` and its like name one condition, or several of which one is enough. Here is the text that
 * takes the place of each.
 */
const ATTRIBUTES = new Map([
  ['checked', { on: ' checked=""', off: '' }],
  ['shown', { on: '', off: ' hidden=""' }],
  ['hidden', { on: ' hidden=""', off: '' }],
  ['invalid', { on: ' aria-invalid="true"', off: '' }],
  ['focused', { on: ' autofocus=""', off: '' }],
])

/** A place for text, between two characters of the private use area, in an element or in an attribute's value. */
export const slot = (name: SlotName) => `\uE000${name}\uE001`

export interface SlotValues {
  texts: Readonly<Partial<Record<SlotName, string>>>
  /** The conditions that hold. */
  on: ReadonlySet<string>
}

/**
 * A page with its slots filled: texts escaped, conditional attributes resolved. It goes over the page once, so nothing
 * that a reader typed is taken for a slot.
 */
export function fillSlots(html: string, { texts, on }: SlotValues) {
  return html.replace(
    /\uE000([^\uE001]*)\uE001| data-(checked|shown|hidden|invalid|focused)-if="([^"]*)"/g,
    (_, name: string | undefined, attribute: string, conditions: string) =>
      name === undefined ? resolved(attribute, conditions, on) : escaped(textOf(name, texts)),
  )
}

function textOf(name: string, texts: SlotValues['texts']) {
  const known = SLOT_NAMES.find(each => each === name)
  const text = known && texts[known]
  if (text === undefined) throw new Error(`no text for the slot ${JSON.stringify(name)}`)
  return text
}

function resolved(attribute: string, conditions: string, on: ReadonlySet<string>) {
  const names = conditions.split(' ')
  const unknown = names.find(name => !CONDITIONS.includes(name))
  if (unknown !== undefined) throw new Error(`no condition ${JSON.stringify(unknown)}`)
  const is = names.some(name => on.has(name))
  return ATTRIBUTES.get(attribute)?.[is ? 'on' : 'off'] ?? ''
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

const escaped = (text: string) => text.replace(/[&<>"']/g, sign => ENTITIES.get(sign) ?? sign)
