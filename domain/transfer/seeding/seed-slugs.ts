import { cleanSlug, slugify } from '#addresses/slug.ts'
import type { YamlSource } from './yaml-source.ts'

/**
 * Assigns the slugs of one kind of content. A missing slug is made from the name; each slug may occur once per
 * language.
 */
export class SeedSlugs {
  private readonly owners = new Map<string, string>()

  constructor(private readonly reserved: ReadonlySet<string> = new Set()) {}

  of(
    source: YamlSource,
    at: PropertyKey[],
    locale: string,
    key: string,
    given: string | undefined,
    name: string,
  ): string {
    const slug = cleanSlug(given ?? '') || slugify(name) || key
    const field = [...at, given === undefined ? 'name' : 'slug']
    const owner = this.owners.get(`${locale} ${slug}`)
    if (owner) source.mistake(field, `the slug "${slug}" is that of "${owner}" already; expected another`)
    if (this.reserved.has(slug)) source.mistake(field, `the slug "${slug}" is reserved; expected another`)
    this.owners.set(`${locale} ${slug}`, key)
    return slug
  }
}
