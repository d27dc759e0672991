import { createHash } from 'node:crypto'
import { canonicalJson } from '#body/canonical-json.ts'
import type { Reader } from '#db/open.ts'
import { originsOf } from '#db/queries/origins.ts'
import type { FrontPlace } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'
import { localeList, otherLocale } from '#i18n/locales.ts'
import type { SeedArticle, SeedContent, SeedPage, SeedStory, SeedText } from './seed-content.ts'
import type { MediaKey, SeedMedia } from './seed-media.ts'
import { resolveTime, type SeedTime } from './seed-time.ts'

export type Kind =
  | 'site'
  | 'section'
  | 'topic'
  | 'author'
  | 'page'
  | 'story'
  | 'article'
  | 'front'
  | 'redirect'
  | 'newsletter'
export type Outcome = 'new' | 'updated' | 'unchanged'

/** One thing of the folder, and whether the database already holds it in this form. */
export type PlannedThing = { kind: Kind; key: string; hash: string; outcome: Outcome; refId: number | null }

export const articleKey = (storyKey: string, locale: Locale) => `${storyKey}/${locale}`

/** Compares a folder with the hashes that its last seeding stored. */
export class SeedPlan {
  private readonly things = new Map<string, PlannedThing>()

  constructor(
    private readonly content: SeedContent,
    private readonly media: SeedMedia,
    private readonly anchor: Date,
  ) {}

  /** Without a `db`, everything is new. */
  async compare(db: Reader | Tx | null, origin: string): Promise<void> {
    this.things.clear()
    const found = new Map<Kind, Map<string, { refId: number; hash: string | null }>>()
    for (const [kind, key, value] of this.everything()) {
      if (!found.has(kind)) found.set(kind, db ? await originsOf(db, origin, kind) : new Map())
      const known = found.get(kind)?.get(key)
      const hash = createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32)
      const outcome = !known ? 'new' : known.hash === hash ? 'unchanged' : 'updated'
      this.things.set(`${kind} ${key}`, { kind, key, hash, outcome, refId: known?.refId ?? null })
    }
  }

  of(kind: Kind, key: string): PlannedThing {
    const thing = this.things.get(`${kind} ${key}`)
    if (!thing) throw new Error(`${kind} ${key} is not part of the plan`)
    return thing
  }

  changed(kind: Kind, key: string): boolean {
    return this.of(kind, key).outcome !== 'unchanged'
  }

  all(): PlannedThing[] {
    return [...this.things.values()]
  }

  at(time: SeedTime): Date {
    return resolveTime(time, this.anchor)
  }

  atOrNull(time: SeedTime | null | undefined): Date | null {
    return time ? this.at(time) : null
  }

  private *everything(): Generator<[Kind, string, unknown]> {
    const { newsroom, sections, topics, authors, pages, stories, redirects } = this.content
    yield ['site', 'newsroom', { contact: newsroom.contact, names: newsroom.names }]
    for (const section of sections) yield ['section', section.key, section]
    for (const topic of topics) yield ['topic', topic.key, topic]
    for (const author of authors) {
      yield ['author', author.key, { ...author, portrait: this.mediaName(author.portrait) }]
    }
    for (const story of stories) {
      yield ['story', story.key, this.sharedOf(story)]
      for (const article of story.articles) {
        yield ['article', articleKey(story.key, article.locale), this.articleOf(article)]
      }
    }
    for (const page of pages) yield ['page', articleKey(page.key, page.locale), this.pageOf(page)]
    yield ['front', 'newsroom', this.frontOf()]
    for (const { from, ...to } of redirects) yield ['redirect', from, to]
    if (newsroom.newsletter) yield ['newsletter', 'newsroom', newsroom.newsletter]
  }

  /* The id is left out: it matters only when the story is new. */
  private sharedOf({ articles: _articles, id: _id, picture, ...story }: SeedStory) {
    return { ...story, picture: this.mediaName(picture) }
  }

  /*
   * Times in the form that is stored: a draft has none, and a correction counts as an update of a published article.
   */
  private articleOf({ published, updated, corrections, text, recording, ...article }: SeedArticle) {
    const { status } = article
    const corrected = corrections
      .map(correction => ({ ...correction, at: this.at(correction.at).toISOString() }))
      .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    const isShown = status === 'published' || status === 'withdrawn'
    return {
      ...article,
      ...this.textOf(text, article.locale),
      published: isShown || status === 'scheduled' ? this.instant(published) : null,
      updated: isShown ? (this.instant(updated) ?? corrected.at(-1)?.at ?? null) : null,
      corrections: corrected,
      /* Left out where there is none: folders that were seeded before have no such field in their hash. */
      ...(recording === null ? {} : { recording: this.mediaName(recording) }),
    }
  }

  private pageOf({ updated, text, ...page }: SeedPage) {
    const at = this.atOrNull(updated) ?? this.anchor
    return { ...page, ...this.textOf(text, page.locale), updated: at.toISOString() }
  }

  /* The address of a link contains slugs of its target: when those change, the texts that link there change too. */
  private textOf({ body, media, links }: SeedText, locale: Locale) {
    const targets = links.map(key => [key, this.addressOf(key, locale)])
    return { body, media: media.map(key => this.mediaName(key)), targets }
  }

  private frontOf() {
    const { front, breaking } = this.content.newsroom
    const inEach = <Value>(of: (locale: Locale) => Value) => localeList.map(locale => [locale, of(locale)])
    return {
      places: front && inEach(locale => this.placesOf(locale)),
      strips: breaking && inEach(locale => this.stripOf(locale)),
    }
  }

  /** The curated places of a front, limited to stories that are published in this language. */
  placesOf(locale: Locale): Record<FrontPlace, string[]> {
    const { lead, second = [], feature } = this.content.newsroom.front?.[locale] ?? {}
    const shown = (keys: (string | undefined)[]) =>
      keys.filter(
        (key): key is string => key !== undefined && this.telling(key, locale)?.status === 'published',
      )
    return { lead: shown([lead]), second: shown(second), feature: shown([feature]) }
  }

  /* Missing fields are taken from the article, as they are when the strip is written. */
  private stripOf(locale: Locale) {
    const strip = this.content.newsroom.breaking?.[locale]
    const article = strip && this.telling(strip.story, locale)
    if (!strip || article?.status !== 'published') return null
    const { story, text = article.headline, at, until } = strip
    return { story, text, at: this.instant(at ?? article.published), until: this.instant(until ?? null) }
  }

  private instant(time: SeedTime | null): string | null {
    return this.atOrNull(time)?.toISOString() ?? null
  }

  private mediaName(key: MediaKey | null): string | null {
    return key === null ? null : this.media.row(key).name
  }

  story(key: string): SeedStory | undefined {
    this.byKey ??= new Map(this.content.stories.map(story => [story.key, story]))
    return this.byKey.get(key)
  }
  private byKey: Map<string, SeedStory> | undefined

  telling(key: string, locale: Locale): SeedArticle | undefined {
    return this.story(key)?.articles.find(article => article.locale === locale)
  }

  /** The target of a link to a story: its article in the language of the text, or else in the other one. */
  addressOf(key: string, from: Locale): { locale: Locale; sectionSlug: string; slug: string } | null {
    const section = this.content.sections.find(each => each.key === this.story(key)?.section)
    for (const locale of [from, otherLocale(from)]) {
      const slug = this.telling(key, locale)?.slug
      const sectionSlug = section?.texts[locale]?.slug
      if (slug && sectionSlug) return { locale, sectionSlug, slug }
    }
    return null
  }
}
