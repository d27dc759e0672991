/* Tests read our feeds with this parser, which has no types of its own; these cover our use. */
declare module '@rowanmanning/feed-parser' {
  type ParsedMedia = { url: string; mimeType: string | null; type: string | null }
  type ParsedItem = {
    id: string | null
    title: string | null
    url: string | null
    description: string | null
    content: string | null
    published: Date | null
    updated: Date | null
    authors: { name: string | null }[]
    categories: { term: string }[]
    media: ParsedMedia[]
  }
  type ParsedFeed = {
    meta: { type: string; version: string | null }
    language: string | null
    title: string | null
    url: string | null
    self: string | null
    items: ParsedItem[]
  }
  export function parseFeed(xml: string): ParsedFeed
}
