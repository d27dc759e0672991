/** A thing of a page's structured data, in the vocabulary of schema.org. */
export type Thing = { '@type': string | string[]; '@id'?: string; [property: string]: unknown }

/** A reference to a thing elsewhere in the graph, or on another page. */
export type Reference = { '@id': string }

/** A page's structured data as one document; undefined values and empty lists are left out. */
export function graphOf(things: Thing[]) {
  return { '@context': 'https://schema.org', '@graph': things }
}

/** JSON that is safe inside a script element: it can neither close the element nor open a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, withoutEmptyLists).replaceAll('<', '\\u003c')
}

function withoutEmptyLists(_: string, value: unknown) {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}
