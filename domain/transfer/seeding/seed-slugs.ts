import { cleanSlug, slugify } from '#addresses/slug.ts'
import type { YamlSource } from './yaml-source.ts'

/** The slugs of one kind of thing. One that is not given is made of the name; each may stand once in a language. */
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
