import { expect, it } from 'vitest'
import { articleAnswer } from '#db/queries/article.ts'
import { recordingsOf } from '#db/queries/audio/recordings.ts'
import { stateOfSound } from '#db/queries/audio/sound-files.ts'
import { changesSince } from '#db/queries/changes.ts'
import { articleOffer } from '#domain/distribution/listening/listen-offer.ts'
import { articleList, headlineList } from '#domain/distribution/listening/make-list.ts'
import { anMp3 } from '#domain/media/audio/recordings/mp3.testing.ts'
import { keepRecording } from '#domain/media/files/keep-file.ts'
import { desk } from '#testing/actors.testing.ts'
import { aBody } from '#testing/body.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { attachRecording, removeRecording } from './attach-recording.ts'
import { revise } from './revise.ts'
import { withdraw } from './withdraw.ts'

const newsroom = aNewsroom()

const targetOf = ({ id, revision }: { id: number; revision: number }) => ({ articleId: id, revision })
const kept = async (seconds: number) => keepRecording(newsroom.dataDir, await anMp3(seconds), 'talk.mp3')
const published = () => anArticle({ status: 'published', headline: 'Ferry back' })
async function shown(storyId: number) {
  const answer = await articleAnswer('en', storyId)
  if (answer.state !== 'published') throw new Error(answer.state)
  return { ...answer.article.recording, offer: (await articleOffer(answer.article)).offer }
}

it('is heard in place of any voice, and says once it is older than the text', async () => {
  const article = await published()
  const file = await kept(2)
  await attachRecording(desk, { ...targetOf(article), file })
  expect(await shown(article.storyId)).toMatchObject({
    ...{ name: file.name, seconds: 2 },
    offer: { voice: 'server', isAutomated: false, isOlderThanText: false },
  })
  const list = await articleList('en', article.storyId)
  expect(typeof list === 'string' ? list : list.items[0]?.audio).toEqual({
    ...{ src: `/media/${file.name}.mp3`, seconds: 2, by: 'recording' },
  })
  expect((await headlineList('en')).items[0]?.audio).toBeNull()
  const text = { headline: 'Ferry late', standfirst: '', body: aBody('It is late.'), authorIds: [] }
  await revise(desk, { ...targetOf(article), ...text })
  expect((await shown(article.storyId)).offer).toMatchObject({ isOlderThanText: true })
})

it('takes the place of the former one, and the same one again changes nothing', async () => {
  const article = await published()
  await attachRecording(desk, { ...targetOf(article), file: await kept(2) })
  const [{ version } = { version: 0 }] = (await changesSince(0))?.slice(-1) ?? []
  await attachRecording(desk, { ...targetOf(article), file: await kept(2) })
  expect(await changesSince(version)).toEqual([])
  await attachRecording(desk, { ...targetOf(article), file: await kept(3) })
  expect(await recordingsOf([article.id])).toMatchObject([{ seconds: 3 }])
  expect((await changesSince(version))?.flatMap(({ tags }) => tags)).toContain(`story:${article.storyId}`)
})

it('is silent with its article, and once it was taken away', async () => {
  const [article, other] = [await published(), await published()]
  const [file, others] = [await kept(2), await kept(3)]
  await attachRecording(desk, { ...targetOf(article), file })
  await attachRecording(desk, { ...targetOf(other), file: others })
  expect(await stateOfSound(file.name)).toBe('heard')
  await withdraw(desk, targetOf(article))
  expect(await stateOfSound(file.name)).toBe('gone')
  expect(await stateOfSound(others.name)).toBe('heard')
  await removeRecording(desk, targetOf(other))
  expect(await recordingsOf([other.id])).toEqual([])
  expect(await stateOfSound(others.name)).toBe('unknown')
})

it('of a text that was changed meanwhile is refused', async () => {
  const article = await published()
  const file = await kept(2)
  await expect(
    attachRecording(desk, { articleId: article.id, revision: article.revision + 1, file }),
  ).rejects.toMatchObject({ code: 'publishing.staleRevision' })
})
