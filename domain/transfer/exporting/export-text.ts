import { stringify } from 'yaml'
import { articlePath } from '#addresses/paths.ts'
import { type Body, mediaIdsOf } from '#body/body.ts'
import { mapBody, mapLinks } from '#body/map-body.ts'
import { bodyToMarkdown } from '#domain/transfer/markdown/body-to-markdown.ts'
import { type MediaReference, renumbered } from '#domain/transfer/markdown/seed-body.ts'
import type { Locale } from '#i18n/locales.ts'
import type { ExportedFiles } from './export-media.ts'

/** Formats a value as YAML: lines are never folded, and a text that YAML would read as something else is quoted. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', aliasDuplicateObjects: false })
}

/** Leaves out fields that are null, undefined or empty: the format has defaults for them. */
export function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (value: unknown) =>
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}

export type Address = { storyId: number; sectionSlug: string; slug: string; locale: Locale }

/** Recognises links to other stories of the newsroom by the exact address that seeding would write for them. */
export class StoryLinks {
  private readonly keys = new Map<string, string>()

  /** `keyOf` returns the key of the folder of a story. */
  constructor(addresses: Address[], keyOf: (storyId: number) => string, from: Locale) {
    const own = new Set(addresses.filter(address => address.locale === from).map(address => address.storyId))
    for (const address of addresses) {
      if (address.locale !== from && own.has(address.storyId)) continue
      this.keys.set(articlePath(address.locale, address), keyOf(address.storyId))
    }
  }

  toSeed(href: string): string {
    const key = this.keys.get(href)
    return key === undefined ? href : `story:${key}`
  }
}

/** Formats a stored body as Markdown and copies its files into the folder. */
export async function textOf(
  body: Body,
  folder: string,
  files: ExportedFiles,
  links: StoryLinks,
): Promise<string> {
  await files.prepare(mediaIdsOf(body))
  const references = new Map<number, MediaReference>()
  for (const id of mediaIdsOf(body)) references.set(id, await files.reference(id, folder))
  const media: MediaReference[] = []
  const seed = mapLinks(body, href => links.toSeed(href))
  /* Media are numbered by occurrence: a picture that occurs twice gets two numbers. */
  const numbered = mapBody(seed, node =>
    renumbered(node, id => media.push(references.get(id) ?? { kind: 'picture', file: String(id) })),
  )
  return bodyToMarkdown({ body: numbered, media })
}
