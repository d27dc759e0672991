import { readListenList } from '#addresses/listen-list.ts'
import { articleList, headlineList } from '#domain/distribution/listening/make-list.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { isLocale } from '#i18n/locales.ts'
import { playerWords } from '#i18n/translator.ts'
import { answer } from '#request/answer.ts'
import { dockStyleFile, enhanceFile } from '#request/enhance-files.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string; list: string }> }

/**
 * A list of sounds for the player: of one story (`12`), or of the headlines. With a language after it (`12.ar`) its
 * stories are of that language, and the words of the player still of the page's: somebody who listens has switched.
 */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, list: name } = await params
  const named = readListenList(name)
  if (!isLocale(locale) || !named) return missing()
  const { list } = named
  const stories = named.stories ?? locale
  answer({ tags: [tag.latest(stories), tag.audio(stories), tag.frame(stories), tag.frame(locale)] })
  if (list !== 'headlines') answer({ tags: [tag.story(list)] })
  const found =
    list === 'headlines' ? await headlineList(stories, locale) : await articleList(stories, list, locale)
  if (found === 'withdrawn') return missing(410)
  if (found === 'missing') return missing()
  answer({ shows: found.items.map(({ story }) => ({ storyId: story })) })
  const files = { style: dockStyleFile(), speech: enhanceFile('speech') }
  return Response.json(
    { ...found, ...files, words: playerWords(locale) },
    { headers: { 'X-Robots-Tag': 'noindex' } },
  )
}

/* The edge replaces this answer with the readers' page. */
function missing(status: 404 | 410 = 404): Response {
  return new Response(null, { status })
}
