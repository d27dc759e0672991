import { freeSlug, slugify } from '#addresses/slug.ts'
import type { Body, Heading } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'

/** An address for each heading of a body, so that a part of an article can be linked to. */
export function headingIds(body: Body): Map<Heading, string> {
  const ids = new Map<Heading, string>()
  const taken = new Set<string>()
  for (const node of body.content) {
    if (node.type !== 'heading') continue
    /* The prefix keeps a heading «main» from taking the address of the page's own parts. */
    const id = freeSlug(`h-${slugify(textOf(node)) || 'part'}`, taken)
    taken.add(id)
    ids.set(node, id)
  }
  return ids
}
