import { reservedSegments } from '#addresses/paths.ts'
import { cleanSlug, freeSlug, slugify } from '#addresses/slug.ts'
import { hasTexts, idByKey, takenSlugs } from '#db/queries/catalogue.ts'
import { putOrigin } from '#db/queries/origins.ts'
import type { Glaze } from '#db/shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveAuthorIn } from '#domain/editorial/filing/save-author.ts'
import { saveRedirectsIn } from '#domain/editorial/filing/save-redirects.ts'
import { saveSectionIn } from '#domain/editorial/filing/save-section.ts'
import { saveTopicIn } from '#domain/editorial/filing/save-topic.ts'
import type { Locale } from '#i18n/locales.ts'
import { authorAddresses, categoryAddresses, tagAddresses } from './addresses.ts'
import type { Survey } from './survey.ts'
import type { WxrAuthor, WxrTerm } from './wxr-event.ts'

const GLAZES: Glaze[] = ['region', 'economy', 'climate', 'culture', 'science', 'cities', 'telecoms', 'sport']
const NEWS_GLAZE: Glaze = 'region'

const glazeOf = (position: number): Glaze => GLAZES[position % GLAZES.length] ?? NEWS_GLAZE

/** The number of sections that a navigation has room for; every other category becomes a topic. */
const MAX_SECTIONS = 10

/** The categories that become sections: those that most posts name first. */
export function chooseSections(survey: Survey): string[] {
  return [...survey.categoryUse]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_SECTIONS)
    .map(([slug]) => slug)
}

/** Files posts: finds or makes their sections, topics and authors, each in the languages that need it. */
export class Filing {
  private readonly done = new Map<string, number>()

  constructor(
    private readonly survey: Survey,
    private readonly origin: string,
    private readonly sectionSlugs: string[],
    private readonly actor: Actor,
  ) {}

  /** The section of a post in these categories, and its topics: the other categories and the tags. */
  async place(
    tx: Tx,
    terms: { domain: string; slug: string }[],
    locale: Locale,
    now: Date,
  ): Promise<{ sectionId: number; topicIds: number[] }> {
    const categories = terms.filter(term => term.domain === 'category').map(term => term.slug)
    const tags = terms.filter(term => term.domain === 'post_tag').map(term => term.slug)
    const own = categories.find(slug => this.sectionSlugs.includes(slug))
    const sectionId = own ? await this.section(tx, own, locale, now) : await this.news(tx, locale, now)
    const topicIds: number[] = []
    for (const slug of categories.filter(slug => slug !== own)) {
      const term = this.survey.categories.get(slug)
      if (term) topicIds.push(await this.topic(tx, 'category', term, locale, now))
    }
    for (const slug of tags) {
      const term = this.survey.tags.get(slug)
      if (term) topicIds.push(await this.topic(tx, 'tag', term, locale, now))
    }
    return { sectionId, topicIds }
  }

  private once(name: string, locale: Locale, make: () => Promise<number>): Promise<number> {
    const key = `${locale}|${name}`
    const known = this.done.get(key)
    if (known !== undefined) return Promise.resolve(known)
    return make().then(id => {
      this.done.set(key, id)
      return id
    })
  }

  /** The colour of the section into which a post of these categories goes. */
  glazeFor(terms: { domain: string; slug: string }[]): Glaze {
    const own = terms.find(term => term.domain === 'category' && this.sectionSlugs.includes(term.slug))
    return own ? glazeOf(this.sectionSlugs.indexOf(own.slug)) : NEWS_GLAZE
  }

  /** Forgets the rows that a failed transaction had made. */
  forget(): void {
    this.done.clear()
  }

  private section(tx: Tx, slug: string, locale: Locale, now: Date): Promise<number> {
    const term = this.survey.categories.get(slug)
    const position = this.sectionSlugs.indexOf(slug)
    return this.once(`section ${slug}`, locale, async () => {
      const key = keyOf(slug, 'section')
      const existing = await idByKey(tx, 'section', key)
      const texts = { name: term?.name || slug, description: term?.description ?? '' }
      const glaze = glazeOf(position)
      if (existing !== null && (await hasTexts(tx, 'section', existing, locale))) {
        await this.redirectCategory(tx, term, 'section', existing, locale, now)
        return existing
      }
      const free = await this.freeSlug(tx, 'section', locale, slug, texts.name)
      const id = await saveSectionIn(tx, this.actor, {
        key,
        glaze,
        position: 100 + position,
        texts: { [locale]: { ...texts, slug: free } },
        now,
      })
      await this.redirectCategory(tx, term, 'section', id, locale, now)
      return id
    })
  }

  /* The section of posts without any category that became one. */
  private news(tx: Tx, locale: Locale, now: Date): Promise<number> {
    return this.once('news', locale, async () => {
      const existing = await idByKey(tx, 'section', 'news')
      if (existing !== null && (await hasTexts(tx, 'section', existing, locale))) return existing
      const name = locale === 'ar' ? 'أخبار' : 'News'
      const slug = await this.freeSlug(tx, 'section', locale, name, name)
      return saveSectionIn(tx, this.actor, {
        key: 'news',
        glaze: NEWS_GLAZE,
        position: 99,
        texts: { [locale]: { name, slug, description: '' } },
        now,
      })
    })
  }

  private topic(tx: Tx, kind: 'category' | 'tag', term: WxrTerm, locale: Locale, now: Date): Promise<number> {
    return this.once(`${kind} ${term.slug}`, locale, async () => {
      const key = keyOf(term.slug, 'topic')
      const existing = await idByKey(tx, 'topic', key)
      let id = existing
      if (id === null || !(await hasTexts(tx, 'topic', id, locale))) {
        const slug = await this.freeSlug(tx, 'topic', locale, term.slug, term.name)
        id = await saveTopicIn(tx, this.actor, {
          key,
          texts: { [locale]: { name: term.name, slug, description: term.description } },
          now,
        })
      }
      await putOrigin(tx, { origin: this.origin, kind, key: term.slug }, id, null)
      if (kind === 'category' && !this.sectionSlugs.includes(term.slug))
        await this.redirectCategory(tx, term, 'topic', id, locale, now)
      if (kind === 'tag') await this.announce(tx, tagAddresses(term), 'topic', id, locale, now)
      return id
    })
  }

  author(tx: Tx, author: WxrAuthor, locale: Locale, now: Date): Promise<number> {
    return this.once(`author ${author.login}`, locale, async () => {
      const key = keyOf(author.login, 'author')
      let id = await idByKey(tx, 'author', key)
      if (id === null || !(await hasTexts(tx, 'author', id, locale))) {
        const slug = await this.freeSlug(tx, 'author', locale, slugify(author.name), author.login)
        const texts = { name: author.name, slug, role: '', bio: author.description }
        id = await saveAuthorIn(tx, this.actor, { key, portraitId: null, texts: { [locale]: texts }, now })
      }
      await putOrigin(tx, { origin: this.origin, kind: 'author', key: author.login }, id, null)
      await this.announce(tx, authorAddresses(author), 'author', id, locale, now)
      return id
    })
  }

  private async redirectCategory(
    tx: Tx,
    term: WxrTerm | undefined,
    target: 'section' | 'topic',
    id: number,
    locale: Locale,
    now: Date,
  ) {
    if (!term) return
    await putOrigin(tx, { origin: this.origin, kind: 'category', key: term.slug }, id, null)
    await this.announce(tx, categoryAddresses(term, this.survey), target, id, locale, now)
  }

  private async announce(
    tx: Tx,
    paths: string[],
    target: 'section' | 'topic' | 'author',
    refId: number,
    locale: Locale,
    now: Date,
  ) {
    const redirects = paths.map(path => ({ path, locale, target, refId }))
    await saveRedirectsIn(tx, this.actor, { redirects, now })
  }

  private async freeSlug(
    tx: Tx,
    kind: 'section' | 'topic' | 'author',
    locale: Locale,
    wanted: string,
    name: string,
  ): Promise<string> {
    const taken = await takenSlugs(tx, kind, locale)
    if (kind === 'section') for (const segment of reservedSegments) taken.add(segment)
    return freeSlug(cleanSlug(decode(wanted)) || slugify(name) || kind, taken)
  }
}

function keyOf(slug: string, fallback: string): string {
  return cleanSlug(decode(slug)) || fallback
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
