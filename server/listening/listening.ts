import { soundPath } from '#addresses/paths.ts'
import { readStoryId } from '#addresses/story-id.ts'
import type { SpokenPart, VoiceKind } from '#db/schema/tables.ts'
import { requestSound, type SoundAnswer } from '#domain/media/audio/making/request-sound.ts'
import { isLocale } from '#i18n/locales.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { ClientLimit } from '#server/requests/client-limit.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { isFromOwnPage } from '#server/requests/own-origin.ts'

/* A player that waits asks once a second, and one that goes on asks for the next sound while this one plays. */
const WISHES = { burst: 90, perSecond: 2 }

/**
 * Answers `POST /listen/{locale}/{storyId}?part=…&voice=…`, by which a player asks for the sound of a machine's voice:
 * 200 with its address, 202 while it is made, 410 for a withdrawn article, 503 when this voice does not speak it now.
 * The framework answers GET, which asks for no voice.
 */
export function listening({
  siteUrl,
  plainHeaders,
}: Pick<EdgeServices, 'siteUrl' | 'plainHeaders'>): Handler {
  const limit = new ClientLimit(WISHES)
  return {
    methods: ['POST'],
    answer: exchange => {
      const { segments, query } = exchange.address
      const [first, locale, id = '', ...rest] = segments
      if (first !== 'listen' || !isLocale(locale) || rest.length > 0) return false
      const storyId = readStoryId(id)
      const part = readPart(query.get('part'))
      const voice = readVoice(query.get('voice'))
      if (storyId === null || !part || !voice) return say(exchange, 404)
      const { request, clientAddress } = exchange
      if (!isFromOwnPage(request, siteUrl)) return say(exchange, 403)
      const waitS = limit.take(clientAddress)
      if (waitS > 0) return say(exchange, 429, {}, waitS)
      return answerWish(exchange, { locale, storyId, part, voice })
    },
  }

  async function answerWish(exchange: Exchange, wish: Parameters<typeof requestSound>[0]): Promise<true> {
    const answer = await requestSound(wish)
    switch (answer.state) {
      case 'ready':
        return say(exchange, 200, soundOf(answer, wish.voice))
      case 'making':
        return say(exchange, 202, {}, 1)
      case 'withdrawn':
        return say(exchange, 410)
      case 'missing':
        return say(exchange, 404)
      case 'refused':
        return say(exchange, 503, { reason: answer.reason }, Math.ceil(answer.retryAfterMs / 1000))
    }
  }

  function say({ response }: Exchange, status: number, content: object = {}, retryAfterS = 0): true {
    const body = JSON.stringify(content)
    response
      .writeHead(status, {
        ...(retryAfterS > 0 ? { 'Retry-After': String(retryAfterS) } : {}),
        ...plainHeaders,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex',
      })
      .end(body)
    return true
  }
}

function soundOf({ name, durationMs }: Extract<SoundAnswer, { state: 'ready' }>, by: VoiceKind) {
  return { src: soundPath(name), seconds: durationMs / 1000, by }
}

function readPart(value: string | null): SpokenPart | null {
  return value === 'article' || value === 'headline' ? value : null
}

function readVoice(value: string | null): VoiceKind | null {
  return value === 'provider' || value === 'built-in' ? value : null
}
