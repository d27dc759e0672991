import { readLocale } from '#app/[locale]/params.ts'
import { newestBulletins } from '#db/queries/audio/bulletins.ts'
import { newestWithSound, publicSounds } from '#db/queries/audio/public-sounds.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { teasersOf } from '#db/queries/teasers.ts'
import { type Episode, podcast } from '#domain/distribution/podcast/podcast.ts'
import { podcastCard, shareImagePath } from '#domain/distribution/share-images/share-card.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { translator } from '#i18n/translator.ts'
import { answer } from '#request/answer.ts'
import { feedStyleFile } from '#request/enhance-files.ts'
import { settings } from '#settings/settings.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string }> }

const EPISODES = 100
const BULLETINS = 30

/** The podcast of a language: bulletins, and articles that were recorded or spoken by a provider's voice. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const locale = readLocale((await params).locale)
  const [frame, bulletins, ids] = await Promise.all([
    siteFrame(locale),
    newestBulletins(locale, BULLETINS),
    newestWithSound(locale, EPISODES, new Date()),
  ])
  const [stories, sounds] = await Promise.all([teasersOf(ids, locale), publicSounds(ids)])
  const episodes = stories.flatMap((story, index): Episode[] => {
    const sound = sounds.get(ids[index] ?? 0)
    return sound ? [{ story, sound }] : []
  })
  answer({
    tags: [tag.latest(locale), tag.audio(locale), tag.frame(locale)],
    shows: [...stories, ...bulletins.flatMap(({ storyIds }) => storyIds.map(storyId => ({ storyId })))],
  })
  const { siteUrl } = settings()
  const t = translator(locale, 'podcast')
  const coverPath = shareImagePath(podcastCard(frame))
  const xml = podcast({ frame, siteUrl, coverPath, stylePath: feedStyleFile(), bulletins, episodes, t })
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
