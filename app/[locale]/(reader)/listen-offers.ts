import { listenPath } from '#addresses/paths.ts'
import type { ListenOffer } from '#components/listening/listen-offer.ts'
import type { Article } from '#db/shapes.ts'
import { articleOffer, headlinesOffer, type SoundOffer } from '#domain/distribution/listening/listen-offer.ts'
import type { Locale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { enhanceFile } from '#request/enhance-files.ts'

/** The page's offer to hear the headlines; null while listening is switched off. */
export async function headlinesToHear(locale: Locale): Promise<ListenOffer | null> {
  const offer = await headlinesOffer()
  return offer && withAddresses(offer, listenPath(locale, 'headlines'))
}

/** The page's offer to hear an article, and the headlines beside it; null while listening is switched off. */
export async function articleToHear(
  article: Article,
): Promise<{ article: ListenOffer; headlines: ListenOffer } | null> {
  const { locale, storyId } = article
  const [{ offer, until }, headlines] = await Promise.all([articleOffer(article), headlinesToHear(locale)])
  answer({ until })
  return offer && headlines && { article: withAddresses(offer, listenPath(locale, storyId)), headlines }
}

function withAddresses(offer: SoundOffer, list: string): ListenOffer {
  return { ...offer, list, player: enhanceFile('player') }
}
