/** A thing that a page tells machines about, in the vocabulary of schema.org. */
export type Thing = { '@type': string | string[]; '@id'?: string; [property: string]: unknown }

/** Points to a thing that stands elsewhere in the graph, or on a page of its own. */
export type Reference = { '@id': string }

/** What a page says about itself, as one document: what is undefined or an empty list is left out. */
export function graphOf(things: Thing[]) {
  return { '@context': 'https://schema.org', '@graph': things }
}

/** JSON that can stand inside a script element: nothing in it can close the element or open a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, withoutEmptyLists).replaceAll('<', '\\u003c')
}

function withoutEmptyLists(_: string, value: unknown) {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}
