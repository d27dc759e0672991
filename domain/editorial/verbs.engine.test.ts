/** The contract of every verb, of publishing and of filing. A new verb without a case here fails the first test. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { eq, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#body/canonical-json.ts'
import { reader } from '#db/open.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { waitingSchedule } from '#db/queries/schedules.ts'
import * as tables from '#db/schema/tables.ts'
import { type Tx, write } from '#db/write.ts'
import { holdSendingIn } from '#domain/distribution/newsletter/holding.ts'
import { suppressIn } from '#domain/distribution/newsletter/subscribing/remove-subscriber.ts'
import { anActor, desk } from '#testing/actors.testing.ts'
import { aBody } from '#testing/body.testing.ts'
import { aPicture, aSection } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory, targetOf } from '#testing/stories.testing.ts'
import type { Actor, Permission } from './accounts/actor.ts'
import { clearNewsroomIn } from './filing/clear-newsroom.ts'
import { composeFrontIn } from './filing/compose-front.ts'
import { saveAuthorIn } from './filing/save-author.ts'
import { saveMediaIn } from './filing/save-media.ts'
import { saveNewsletterIn } from './filing/save-newsletter.ts'
import { savePageIn } from './filing/save-page.ts'
import { saveRedirectsIn } from './filing/save-redirects.ts'
import { saveSectionIn } from './filing/save-section.ts'
import { saveSiteIn } from './filing/save-site.ts'
import { saveTopicIn } from './filing/save-topic.ts'
import { cancelEditionIn, pauseEditionIn, resumeEditionIn, sendAgainIn } from './newsletter/change-edition.ts'
import { eraseSubscriberIn } from './newsletter/erase-subscriber.ts'
import { importSubscribersIn } from './newsletter/import-subscribers.ts'
import { applySuppressionsIn, importSuppressionsIn } from './newsletter/import-suppressions.ts'
import { keepEditionIn } from './newsletter/keep-edition.ts'
import { makeKeyIn } from './newsletter/make-key.ts'
import { releaseSendingIn } from './newsletter/release-sending.ts'
import { attachRecording, attachRecordingIn, removeRecordingIn } from './publishing/attach-recording.ts'
import { changeStoryIn } from './publishing/change-story.ts'
import { clearBreakingIn } from './publishing/clear-breaking.ts'
import { correctIn } from './publishing/correct.ts'
import { createArticleIn } from './publishing/create-article.ts'
import { createStoryIn } from './publishing/create-story.ts'
import { describeLeadPictureIn } from './publishing/describe-lead-picture.ts'
import { failScheduleIn } from './publishing/fail-schedule.ts'
import { publishIn } from './publishing/publish.ts'
import { publishDue } from './publishing/publish-due.ts'
import { replaceCorrectionsIn } from './publishing/replace-corrections.ts'
import { restoreRevisionIn } from './publishing/restore-revision.ts'
import { reviseIn } from './publishing/revise.ts'
import { scheduleIn } from './publishing/schedule.ts'
import { setBreaking, setBreakingIn } from './publishing/set-breaking.ts'
import { submitForReviewIn } from './publishing/submit-for-review.ts'
import { unscheduleIn } from './publishing/unschedule.ts'
import { withdrawIn } from './publishing/withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')
const inAnHour = new Date('2026-02-22T13:00:00Z')

/** The content that every case starts from: a draft, a published and a scheduled article, a picture, and news in the English strip. */
type Things = Record<'draft' | 'published' | 'scheduled' | 'recorded', StoredArticle> & {
  sectionId: number
  picture: number
  /** Editions on their way, and waiting for a person. */
  edition: number
  lateEdition: number
}
type Case = {
  rights: Permission[]
  perform: (tx: Tx, actor: Actor, things: Things) => Promise<unknown>
  /** Doing it again writes nothing. */
  isSaving?: boolean
}

const words = { headline: 'Other', standfirst: '', body: aBody('Other words'), authorIds: [] }
const named = (name: string) => ({ en: { name, slug: name.toLowerCase(), description: '' } })
const shared = ({ sectionId }: Things) => ({
  ...{ sectionId, kind: 'news' as const, leadMediaId: null, topicIds: [], pictureTexts: {}, now },
})

const FILING: Record<string, Case> = {
  clearNewsroomIn: {
    rights: ['site.write'],
    perform: (tx, actor) => clearNewsroomIn(tx, actor, { now }),
  },
  composeFrontIn: {
    rights: ['front.write'],
    perform: (tx, actor, { published }) =>
      composeFrontIn(tx, actor, { locale: 'en', places: { lead: [published.storyId], second: [] }, now }),
    isSaving: true,
  },
  saveAuthorIn: {
    rights: ['filing.write'],
    perform: (tx, actor, { picture }) => {
      const texts = { en: { name: 'Huda', slug: 'huda', role: '', bio: '' } }
      return saveAuthorIn(tx, actor, { key: 'huda', portraitId: picture, texts, now })
    },
    isSaving: true,
  },
  saveNewsletterIn: {
    rights: ['site.write'],
    perform: (tx, actor) => saveNewsletterIn(tx, actor, { newsletters: { daily: { at: '06:30' } } }, now),
    isSaving: true,
  },
  saveMediaIn: {
    rights: ['media.write'],
    perform: (tx, actor) => {
      const shape = {
        kind: 'image',
        mime: 'image/png',
        extension: 'png',
        width: 2,
        height: 1,
        bytes: 9,
      } as const
      const texts = { ar: { alt: 'سفن', caption: null, credit: null } }
      const file = { ...shape, name: 'fedcba98765432100123', color: '#000000', createdAt: now }
      return saveMediaIn(tx, actor, { file, texts, now })
    },
    isSaving: true,
  },
  savePageIn: {
    rights: ['page.write'],
    perform: (tx, actor) => {
      const page = { key: 'about', locale: 'en', slug: 'about', title: 'About', status: 'published' } as const
      return savePageIn(tx, actor, { ...page, body: aBody('Us'), position: 0, updatedAt: now, now })
    },
    isSaving: true,
  },
  saveRedirectsIn: {
    rights: ['site.write'],
    perform: (tx, actor, { published }) => {
      const to = { locale: 'en', target: 'article', refId: published.storyId } as const
      const redirects = ['/old', '/older', '/old'].map(each => ({ path: each, ...to }))
      return saveRedirectsIn(tx, actor, { redirects, now })
    },
    isSaving: true,
  },
  saveSectionIn: {
    rights: ['filing.write'],
    perform: (tx, actor) =>
      saveSectionIn(tx, actor, { key: 'sea', glaze: 'region', position: 1, texts: named('Sea'), now }),
    isSaving: true,
  },
  saveSiteIn: {
    rights: ['site.write'],
    perform: (tx, actor) => {
      const names = { en: { name: 'Harbour Post', tagline: '', description: '' } }
      return saveSiteIn(tx, actor, { names, contact: { email: 'desk@news.example', phone: null }, now })
    },
    isSaving: true,
  },
  saveTopicIn: {
    rights: ['filing.write'],
    perform: (tx, actor) => saveTopicIn(tx, actor, { key: 'water', texts: named('Water'), now }),
    isSaving: true,
  },
}

const recorded = {
  ...({ kind: 'audio', mime: 'audio/mpeg', extension: 'mp3', width: 0, height: 0 } as const),
  ...{ bytes: 9, seconds: 1 },
  ...{ name: 'fedcba98765432100124', color: '#000000', createdAt: now },
} as const

const PUBLISHING: Record<string, Case> = {
  attachRecordingIn: {
    rights: ['article.publish', 'media.write'],
    perform: (tx, actor, { published }) =>
      attachRecordingIn(tx, actor, { ...targetOf(published, now), file: recorded }),
    isSaving: true,
  },
  changeStoryIn: {
    rights: ['story.write', 'article.publish'],
    perform: (tx, actor, things) => changeStoryIn(tx, actor, things.published.storyId, shared(things)),
  },
  clearBreakingIn: {
    rights: ['front.write'],
    perform: (tx, actor) => clearBreakingIn(tx, actor, { locale: 'en', now }),
    isSaving: true,
  },
  correctIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { published }) =>
      correctIn(tx, actor, { ...targetOf(published, now), text: 'Wrong' }),
  },
  createArticleIn: {
    rights: ['article.write'],
    perform: (tx, actor, { draft }) =>
      createArticleIn(tx, actor, { ...words, storyId: draft.storyId, locale: 'ar', now }),
  },
  createStoryIn: {
    rights: ['story.write'],
    perform: (tx, actor, things) => createStoryIn(tx, actor, shared(things)),
  },
  describeLeadPictureIn: {
    rights: ['story.write', 'article.publish'],
    perform: (tx, actor, { published }) => {
      const texts = { alt: 'Ships', caption: null, credit: null }
      return describeLeadPictureIn(tx, actor, { storyId: published.storyId, locale: 'en', texts, now })
    },
    isSaving: true,
  },
  failScheduleIn: {
    rights: ['article.publish'],
    perform: async (tx, actor, { scheduled }) => {
      const promise = await waitingSchedule(tx, scheduled.id)
      if (!promise) throw new Error('Nothing waits')
      return failScheduleIn(tx, actor, promise, 'It could not be published.', now)
    },
  },
  publishIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { draft }) => publishIn(tx, actor, targetOf(draft, now)),
  },
  removeRecordingIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { recorded: article }) => removeRecordingIn(tx, actor, targetOf(article, now)),
    isSaving: true,
  },
  replaceCorrectionsIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { published }) => {
      const corrections = [{ at: now, text: 'Wrong' }]
      return replaceCorrectionsIn(tx, actor, { ...targetOf(published, now), corrections })
    },
  },
  restoreRevisionIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { published }) =>
      restoreRevisionIn(tx, actor, { ...targetOf(published, now), restore: 1 }),
  },
  reviseIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { published }) => reviseIn(tx, actor, { ...targetOf(published, now), ...words }),
  },
  scheduleIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { draft }) => scheduleIn(tx, actor, { ...targetOf(draft, now), at: inAnHour }),
  },
  setBreakingIn: {
    rights: ['front.write'],
    perform: (tx, actor) => setBreakingIn(tx, actor, { locale: 'ar', text: 'عاجل', now }),
  },
  submitForReviewIn: {
    rights: ['article.write'],
    perform: (tx, actor, { draft }) => submitForReviewIn(tx, actor, targetOf(draft, now)),
  },
  unscheduleIn: {
    rights: ['article.publish'],
    perform: (tx, actor, { scheduled }) => unscheduleIn(tx, actor, targetOf(scheduled, now)),
  },
  withdrawIn: {
    rights: ['article.withdraw'],
    perform: (tx, actor, { published }) => withdrawIn(tx, actor, targetOf(published, now)),
  },
}

const anEdition = { newsletter: 'daily', dueAt: now, now } as const
const editionText = { locale: 'en', subject: 'News', preview: '', html: '<p>News</p>', text: 'News' } as const
const readerAddress = {
  kind: 'address',
  address: 'a@news.example',
  key: 'a@news.example',
  needsUtf8: false,
} as const

const leaver = { ...readerAddress, address: 'left@news.example', key: 'left@news.example' }

const NEWSLETTER: Record<string, Case> = {
  keepEditionIn: {
    rights: ['newsletter.send'],
    perform: (tx, actor) => keepEditionIn(tx, actor, { ...anEdition, texts: [editionText] }),
  },
  pauseEditionIn: {
    rights: ['newsletter.send'],
    perform: (tx, actor, { edition: id }) => pauseEditionIn(tx, actor, { id, now }),
  },
  resumeEditionIn: {
    rights: ['newsletter.send'],
    perform: (tx, actor, { lateEdition: id }) =>
      resumeEditionIn(tx, actor, { id, now, texts: [editionText] }),
  },
  cancelEditionIn: {
    rights: ['newsletter.send'],
    perform: (tx, actor, { edition: id }) => cancelEditionIn(tx, actor, { id, now }),
  },
  sendAgainIn: {
    rights: ['newsletter.send'],
    perform: (tx, actor, { edition: id }) => sendAgainIn(tx, actor, { id, now }),
  },
  releaseSendingIn: {
    rights: ['newsletter.send'],
    perform: (tx, actor) => releaseSendingIn(tx, actor, now),
  },
  makeKeyIn: { rights: ['newsletter.send'], perform: (tx, actor) => makeKeyIn(tx, actor, now) },
  importSubscribersIn: {
    rights: ['newsletter.readers'],
    perform: (tx, actor) => {
      const subscribers = [
        { address: readerAddress, locale: 'en', newsletters: ['daily'], confirmedAt: now, wording: '' },
      ] as const
      return importSubscribersIn(tx, actor, { subscribers, source: 'old site', now })
    },
  },
  eraseSubscriberIn: {
    rights: ['newsletter.readers'],
    perform: (tx, actor) => eraseSubscriberIn(tx, actor, { address: readerAddress, now }),
  },
  importSuppressionsIn: {
    rights: ['newsletter.readers'],
    perform: (tx, actor) => importSuppressionsIn(tx, actor, { key: 'k'.repeat(43), entries: [], now }),
  },
  applySuppressionsIn: {
    rights: ['newsletter.readers'],
    perform: (tx, actor) => applySuppressionsIn(tx, actor, { after: 0, most: 10, now }),
  },
}

const CASES = { ...FILING, ...PUBLISHING, ...NEWSLETTER }

aNewsroom()

async function someThings(): Promise<Things> {
  const sectionId = await aSection()
  const picture = await aPicture()
  const story = { sectionId, leadMediaId: picture }
  const [draft, published, scheduled, spoken] = [
    await anArticle({ story, now }),
    await anArticle({ story, status: 'published', now }),
    await anArticle({ story, status: 'scheduled', now }),
    await anArticle({ story, status: 'published', now }),
  ]
  await attachRecording(desk, {
    ...targetOf(spoken, now),
    file: { ...recorded, name: 'fedcba98765432100125' },
  })
  await setBreaking(desk, { locale: 'en', text: 'News', now })
  const [edition, late] = await write(async tx => {
    const weekly = { ...anEdition, newsletter: 'weekly' as const, texts: [editionText] }
    await holdSendingIn(tx, 'restored', now)
    await insertSubscribed(tx)
    const made = await keepEditionIn(tx, desk, weekly)
    const delivery = { editionId: made?.id ?? 0, subscriberId: 1, state: 'unconfirmed', nextAt: now } as const
    await tx.insert(tables.deliveries).values(delivery)
    return [made, await keepEditionIn(tx, desk, { ...weekly, dueAt: inAnHour, late: { failure: null } })]
  })
  const editions = { edition: edition?.id ?? 0, lateEdition: late?.id ?? 0 }
  return { sectionId, picture, draft, published, scheduled, recorded: spoken, ...editions }
}

/* Somebody who is on the list of those who left. */
async function insertSubscribed(tx: Tx) {
  const subscribers = [
    { address: leaver, locale: 'en', newsletters: [], confirmedAt: now, wording: '' },
  ] as const
  await importSubscribersIn(tx, desk, { subscribers, source: 'old site', now })
  await suppressIn(tx, leaver.key, 'left', now)
}

async function everything(): Promise<string[]> {
  const kept: string[] = []
  for (const table of Object.values(tables).filter(each => is(each, SQLiteTable) || is(each, PgTable))) {
    const rows = await reader()
      .select()
      .from(table as SQLiteTable)
    kept.push(...rows.map(row => `${getTableName(table as SQLiteTable)} ${canonicalJson(row)}`))
  }
  return kept.sort()
}

const entriesBy = (name: string) => reader().$count(tables.auditLog, eq(tables.auditLog.actor, name))

/** The functions that write within a transaction, in the folders of the verbs. */
async function verbsThere(): Promise<string[]> {
  const here = path.dirname(fileURLToPath(import.meta.url))
  const files = ['filing', 'newsletter', 'publishing'].flatMap(folder =>
    fs.readdirSync(path.join(here, folder)).map(file => path.join(here, folder, file)),
  )
  const verbs: string[] = []
  for (const file of files.filter(each => !/\.(test|testing)\.ts$/.test(each))) {
    const exported = Object.keys(await import(/* @vite-ignore */ file)).filter(name => name.endsWith('In'))
    verbs.push(...exported)
    if (exported.length === 0) expect(NO_VERBS).toContain(path.basename(file))
  }
  return verbs.sort()
}

/* Parts of verbs; `publish-due.ts` calls the verbs for articles that are due. */
const NO_VERBS = [
  ...['article-draft.ts', 'former-path.ts', 'publish-due.ts', 'tags.ts', 'article-verb.ts'],
  ...['newsletter-verb.ts', 'filing-verb.ts', 'keep-old-slugs.ts', 'save-list.ts'],
]

it('every verb is tried here', async () => {
  expect(await verbsThere()).toEqual(Object.keys(CASES).sort())
})

describe.each(Object.entries(CASES))('%s', (_, { rights, perform }) => {
  it('leaves an audit entry in the name of whoever may', async () => {
    const things = await someThings()
    await write(tx => perform(tx, anActor({ name: 'entitled', may: rights }), things))
    expect(await entriesBy('entitled')).toBeGreaterThan(0)
  })

  it('refuses whoever lacks a right, before anything is written', async () => {
    const things = await someThings()
    const before = await everything()
    for (const missing of rights) {
      const actor = anActor({ may: permission => permission !== missing })
      /* Committed all the same, so that what was written before the refusal would stay. */
      const error = await write(tx => perform(tx, actor, things).catch((refusal: unknown) => refusal))
      expect(error).toMatchObject({ code: 'publishing.notAllowed', parameters: { permission: missing } })
    }
    expect(await everything()).toEqual(before)
  })
})

it.each(Object.entries(CASES).filter(([, { isSaving }]) => isSaving))(
  '%s writes nothing when all is so already',
  async (_, { perform }) => {
    const things = await someThings()
    await write(tx => perform(tx, desk, things))
    const before = await everything()
    await write(tx => perform(tx, desk, things))
    expect(await everything()).toEqual(before)
  },
)

describe('a right to some of it', () => {
  it('moves a story only between sections that somebody may write in', async () => {
    const [sea, city] = [await aSection({ key: 'sea', ar: 'بحر', en: 'Sea' }), await aSection()]
    const storyId = await aStory({ sectionId: sea })
    const draft = {
      kind: 'news' as const,
      leadMediaId: null,
      topicIds: [],
      pictureTexts: {},
      sectionId: city,
    }
    for (const own of [sea, city]) {
      const actor = anActor({ may: (_, subject) => subject.kind === 'story' && subject.sectionId === own })
      const moved = write(tx => changeStoryIn(tx, actor, storyId, draft))
      await expect(moved).rejects.toMatchObject({ code: 'publishing.notAllowed' })
    }
  })

  it('can be one to own articles in one language', async () => {
    const article = await anArticle({ locale: 'ar', headline: 'خبر', now })
    const revised = (actor: Actor) =>
      write(tx => reviseIn(tx, actor, { ...targetOf(article, now), ...words }))
    const arabic = anActor({ may: (_, subject) => subject.kind === 'article' && subject.locale === 'ar' })
    const own = anActor({ may: (_, subject) => subject.kind === 'article' && subject.authorIds.includes(7) })
    await expect(revised(own)).rejects.toMatchObject({ code: 'publishing.notAllowed' })
    expect((await revised(arabic)).revision).toBe(2)
  })

  it('does not reach what is approved for publication but kept with no revision', async () => {
    const article = await anArticle({ status: 'scheduled', now })
    const writer = anActor({ may: ['article.write'] })
    const revised = (more: object) =>
      write(tx => reviseIn(tx, writer, { ...targetOf(article, now), ...words, ...more }))
    await expect(revised({ seoTitle: 'Not approved' })).rejects.toMatchObject({
      parameters: { permission: 'article.publish' },
    })
    expect(await revised({})).toMatchObject({ status: 'scheduled', revision: 2 })
    await publishDue(inAnHour)
    expect(await reader().select({ headline: tables.articles.headline }).from(tables.articles)).toEqual([
      { headline: 'News' },
    ])
  })
})
