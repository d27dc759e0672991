import { beforeEach, describe, expect, it } from 'vitest'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { distrustArticlesOf, gatherIndex } from '#db/queries/search-documents.ts'
import { write } from '#db/write.ts'
import { changeStoryIn } from '#domain/editorial/publishing/change-story.ts'
import { createArticleIn } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { publish, publishIn } from '#domain/editorial/publishing/publish.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import type { Locale } from '#i18n/locales.ts'
import { desk } from '#testing/actors.testing.ts'
import { aBody } from '#testing/body.testing.ts'
import { anAuthor, aSection, aTopic } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, edited } from '#testing/stories.testing.ts'
import { isIndexComplete, rebuildIndex } from './indexing/rebuild-index.ts'
import { RESULTS_PER_PAGE, type SearchRequest, searchArticles } from './search-articles.ts'
import { suggest } from './suggest.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const DAY_MS = 86_400_000

aNewsroom()
let names: { city: number; sea: number; water: number; huda: number }

beforeEach(async () => {
  names = {
    city: await aSection({ key: 'city', glaze: 'cities', position: 1, ar: 'مدن', en: 'Cities' }),
    sea: await aSection({ key: 'sea', glaze: 'region', position: 2, ar: 'بحر', en: 'Sea' }),
    water: await aTopic({ key: 'water', ar: 'المياه', en: 'Water' }),
    huda: await anAuthor({ key: 'huda', ar: 'هدى', en: 'Huda' }),
  }
})

type Told = {
  standfirst?: string
  body?: string
  daysAgo?: number
  section?: number
  topic?: boolean
  author?: boolean
}

function tell(locale: Locale, headline: string, told: Told = {}): Promise<StoredArticle> {
  const { standfirst = '', body = 'نص', daysAgo = 1, section = names.city, topic, author } = told
  return anArticle({
    ...{ locale, headline, standfirst, status: 'published', body: aBody(body) },
    story: { sectionId: section, topicIds: topic ? [names.water] : [] },
    authorIds: author ? [names.huda] : [],
    now: new Date(NOW.getTime() - daysAgo * DAY_MS),
  })
}

function aStoryOf(sectionId: number) {
  return { sectionId, kind: 'news' as const, leadMediaId: null, topicIds: [], pictureTexts: {}, now: NOW }
}

async function search(typed: string, locale: Locale = 'en', more: Partial<SearchRequest> = {}) {
  const answer = await searchArticles({ locale, typed, ...more })
  if (answer.kind !== 'answered') throw new Error(answer.why)
  return { ...answer, headlines: answer.finds.map(({ story }) => story.headline) }
}

describe('the index', () => {
  it('finds the same when what many changes left behind is laid together', async () => {
    for (let number = 1; number <= 12; number++) await tell('en', `Ferry ${number}`, { daysAgo: number })
    const before = await search('ferry')
    expect(before.headlines).toHaveLength(12)
    let isBegun = false
    while (await write(tx => gatherIndex(tx, 'en', isBegun))) isBegun = true
    expect((await search('ferry')).headlines).toEqual(before.headlines)
  })

  it('knows a draft only once it is published, and forgets it once it is withdrawn', async () => {
    const draft = await anArticle({ headline: 'Tram depot opens', now: NOW })
    expect((await search('tram')).headlines).toEqual([])
    const shown = await publish(desk, { articleId: draft.id, revision: draft.revision, now: NOW })
    expect((await search('tram')).headlines).toEqual(['Tram depot opens'])
    const changed = await edited(shown, 'Ferry depot opens', NOW)
    expect((await search('tram')).total.count).toBe(0)
    expect((await search('ferries')).headlines).toEqual(['Ferry depot opens'])
    await withdraw(desk, { articleId: changed.id, revision: changed.revision, now: NOW })
    expect((await search('ferry')).total.count).toBe(0)
    expect(await suggest('fer', 'en')).toEqual({ words: [], headlines: [] })
  })

  it('keeps nothing of a change that was not made', async () => {
    const failing = write(async tx => {
      const draft = await createArticleIn(tx, desk, {
        storyId: await createStoryIn(tx, desk, aStoryOf(names.city)),
        locale: 'en',
        headline: 'Tram depot',
        standfirst: '',
        body: { type: 'doc', content: [{ type: 'paragraph' }] },
        authorIds: [],
        now: NOW,
      })
      await publishIn(tx, desk, { articleId: draft.id, revision: draft.revision, now: NOW })
      throw new Error('full')
    })
    await expect(failing).rejects.toThrow('full')
    expect((await search('tram')).total.count).toBe(0)
  })

  it('follows a story into another section', async () => {
    const { storyId } = await tell('en', 'Tram depot')
    await write(tx => changeStoryIn(tx, desk, storyId, { ...aStoryOf(names.sea), topicIds: [names.water] }))
    expect((await search('tram', 'en', { sectionIds: [names.city] })).total.count).toBe(0)
    expect((await search('tram', 'en', { sectionIds: [names.sea], topicId: names.water })).total.count).toBe(
      1,
    )
    expect((await search('water')).total.count).toBe(1)
  })

  it('is made again with the same finds, and says until then that something may be missing', async () => {
    await tell('en', 'Tram depot', { author: true })
    await tell('ar', 'مستودع الترام')
    const before = await search('tram')
    const read = await rebuildIndex({ fromStart: true })
    expect(read).toBe(2)
    expect(await isIndexComplete()).toBe(true)
    expect(await search('tram')).toEqual({ ...before, isPartial: false })
    await write(tx => distrustArticlesOf(tx, 'author', names.huda, ['ar', 'en']))
    expect((await search('tram')).isPartial).toBe(true)
    expect(await rebuildIndex()).toBe(1)
  })

  it('stops when it is told to, and goes on from there', async () => {
    for (let count = 0; count < 25; count++) await tell('en', `Tram ${count} stops`)
    const stop = new AbortController()
    await rebuildIndex({ fromStart: true, signal: stop.signal, onProgress: () => stop.abort() })
    expect(await isIndexComplete()).toBe(false)
    expect((await search('tram stops')).total.count).toBe(25)
    await rebuildIndex()
    expect(await isIndexComplete()).toBe(true)
  })
})

describe('finds', () => {
  it('stand in the order of where the words are, and how exactly', async () => {
    await tell('en', 'Nothing here', { body: 'A harbour was mentioned once.', daysAgo: 1 })
    await tell('en', 'Two', { standfirst: 'The harbours of the coast.', daysAgo: 2 })
    await tell('en', 'Three', { standfirst: 'The harbour of the coast.', daysAgo: 3 })
    await tell('en', 'Harbours reopen', { daysAgo: 4 })
    await tell('en', 'Harbour reopens', { daysAgo: 5 })
    await tell('en', 'Old harbour reopens', { daysAgo: 6 })
    expect((await search('harbour')).headlines).toEqual([
      'Harbour reopens',
      'Old harbour reopens',
      'Harbours reopen',
      'Three',
      'Two',
      'Nothing here',
    ])
    expect((await search('harbour', 'en', { sort: 'newest' })).headlines[0]).toBe('Nothing here')
  })

  it('have all of the words, or some of them when none has all', async () => {
    await tell('en', 'Tram depot')
    await tell('en', 'Ferry depot')
    expect(await search('tram depot')).toMatchObject({ headlines: ['Tram depot'], isLoose: false })
    expect(await search('tram zeppelin')).toMatchObject({ headlines: ['Tram depot'], isLoose: true })
    expect(await search('submarine zeppelin')).toMatchObject({ headlines: [], isLoose: false })
  })

  it('keep to phrases, leave out what must not come, and complete beginnings', async () => {
    await tell('en', 'Prime minister resigns')
    await tell('en', 'Minister primes the pump')
    await tell('en', 'Microchips arrive')
    expect((await search('"prime minister"')).headlines).toEqual(['Prime minister resigns'])
    expect((await search('minister -pump')).headlines).toEqual(['Prime minister resigns'])
    expect((await search('microch')).headlines).toEqual(['Microchips arrive'])
    expect((await search('micro*')).headlines).toEqual(['Microchips arrive'])
  })

  it('have a longer phrase as a whole, and not in pieces', async () => {
    await tell('en', 'One', { body: 'The new tram depot opened late' })
    await tell('en', 'Two', { body: 'A new tram came. Its tram depot opened before' })
    expect((await search('"new tram depot"')).headlines).toEqual(['One'])
    expect((await search('"new tram depot opened"')).headlines).toEqual(['One'])
    expect((await search('"tram depot"')).headlines.sort()).toEqual(['One', 'Two'])
    expect((await search('tram -"new tram depot"')).headlines).toEqual(['Two'])
  })

  it('come from a text of endless words too', async () => {
    const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
    const long = (number: number) =>
      Array.from({ length: 60 }, (_, at) => letters[(number * (at + 3) + at) % letters.length]).join('')
    const words = Array.from({ length: 15_000 }, (_, number) => `${long(number)}${number}`).join(' ')
    await tell('ar', 'كلام طويل', { body: `ترام ${words}` })
    expect((await search('ترام', 'ar')).headlines).toEqual(['كلام طويل'])
  })

  it('do not read a phrase across two texts', async () => {
    await tell('en', 'The prime', { standfirst: 'Minister resigns' })
    expect((await search('"prime minister"')).total.count).toBe(0)
  })

  it('are narrowed by section, topic, author and days', async () => {
    await tell('en', 'Tram one', { daysAgo: 10, section: names.sea, topic: true })
    await tell('en', 'Tram two', { daysAgo: 3, author: true })
    const at = (daysAgo: number) => new Date(NOW.getTime() - daysAgo * DAY_MS)
    expect((await search('tram', 'en', { topicId: names.water })).headlines).toEqual(['Tram one'])
    expect((await search('tram', 'en', { authorId: names.huda })).headlines).toEqual(['Tram two'])
    expect((await search('tram', 'en', { from: at(5) })).headlines).toEqual(['Tram two'])
    expect((await search('tram', 'en', { to: at(5) })).headlines).toEqual(['Tram one'])
    const chosen = await search('tram', 'en', { sectionIds: [names.sea] })
    expect(chosen.headlines).toEqual(['Tram one'])
    expect(chosen.sections?.map(({ name, articles }) => [name, articles])).toEqual([
      ['Cities', 1],
      ['Sea', 1],
    ])
    const all = await search('tram')
    expect(all.topics.map(({ name }) => name)).toEqual(['Water'])
    expect(all.authors.map(({ name }) => name)).toEqual(['Huda'])
  })

  it('come in pages, each once', async () => {
    for (let count = 0; count < RESULTS_PER_PAGE + 3; count++) await tell('en', `Tram ${count} stops`)
    const first = await search('tram')
    const second = await search('tram', 'en', { page: 2 })
    expect([first.hasNext, second.hasNext]).toEqual([true, false])
    expect(new Set([...first.headlines, ...second.headlines]).size).toBe(RESULTS_PER_PAGE + 3)
    expect((await search('tram', 'en', { page: 3 })).headlines).toEqual([])
  })

  it('are of one language, and say what the other has', async () => {
    await tell('en', 'BBC opens')
    await tell('ar', 'افتتاح BBC')
    expect(await search('bbc', 'ar')).toMatchObject({
      headlines: ['افتتاح BBC'],
      elsewhere: { count: 1, isMore: false },
    })
  })

  it('show where the words are, in the text as it was written', async () => {
    await tell('ar', 'خبر', { standfirst: 'لا شيء', body: `${'كلمة '.repeat(80)}قالت والحكوماتُ كلّها.` })
    const [find] = (await search('حكومه', 'ar')).finds
    expect(find?.passage.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'والحكوماتُ', isMarked: true }])
  })
})

describe('a search that finds nothing', () => {
  it('offers what was probably meant, in the spelling of the newsroom', async () => {
    await tell('en', 'School calendar changes')
    await tell('ar', 'تغيير موعد الانتخابات')
    expect((await search('calender')).meant).toBe('calendar')
    expect((await search('school calandr')).meant).toBe('school calendar')
    expect((await search('الانتحابات', 'ar')).meant).toBe('الانتخابات')
    expect((await search('hgfkj', 'ar')).meant).toBeNull()
    expect((await search('xylophone')).meant).toBeNull()
  })

  it('knows the keyboard that was left in the other language', async () => {
    await tell('ar', 'أخبار مصر')
    await tell('en', 'School calendar changes')
    expect((await search('lwv', 'ar')).meant).toBe('مصر')
    expect((await search('سؤاخخم', 'en')).meant).toBe('school')
  })
})

describe('suggestions', () => {
  it('go on with words and headlines, whatever the article before the word', async () => {
    await tell('ar', 'الكهرباء تعود إلى المدينة')
    await tell('ar', 'شركة كهرباء جديدة', { standfirst: 'كهرومائية' })
    const { words, headlines } = await suggest('كهر', 'ar')
    expect(words).toContain('كهرومائية')
    expect(words.some(word => word.endsWith('كهرباء'))).toBe(true)
    expect(headlines.map(({ headline }) => headline)).toHaveLength(2)
    expect((await suggest('شركة كه', 'ar')).headlines.map(({ headline }) => headline)).toEqual([
      'شركة كهرباء جديدة',
    ])
    expect((await suggest('شركة كهر', 'ar')).words[0]).toMatch(/^شركة /)
  })

  it.each(['', ' ', 'ك', '"', '-', '\u0000'])('are none for %j', async typed => {
    expect(await suggest(typed, 'ar')).toEqual({ words: [], headlines: [] })
  })
})
