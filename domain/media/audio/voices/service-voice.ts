import { createHash } from 'node:crypto'
import { ExpectedError } from '#errors/expected-error.ts'
import type { Locale } from '#i18n/locales.ts'
import { requestOutside } from '#outside/request-outside.ts'
import { hostAndPort } from '#outside/resolve-host.ts'
import { utterancesOf } from './utterances.ts'
import type { Voice } from './voice.ts'

type Service = {
  /** The address of `/v1/audio/speech`. */
  url: string
  key: string | null
  model: string
  names: Record<Locale, string>
  /** The most characters of one request. */
  mostCharacters: number
  /** The address of this site, which tells the service who asks. */
  siteUrl: string
}

/* Services begin to answer when they have spoken everything: some minutes of sound take a minute. */
const FIRST_BYTE_MS = 120_000
const WHOLE_MS = 180_000
/* A thousand characters are about a minute; a second of 48 kHz in stereo takes 192 kB. */
const BYTES_A_CHARACTER = 40_000
const LEAST_BYTES = 4 * 1024 * 1024
const MOST_SAID = 200

/** A speech service that is asked as OpenAI's: `POST /v1/audio/speech` with a model, a voice and a text. */
export function serviceVoice(service: Service): Voice {
  const { url, key, model, names, mostCharacters, siteUrl } = service
  return {
    kind: 'provider',
    signature: createHash('sha256')
      .update(JSON.stringify([url, model, names]))
      .digest('hex'),
    async *speak(blocks, locale, signal) {
      for (const { text, pauseMs } of utterancesOf(blocks, mostCharacters)) {
        const body = JSON.stringify({ model, voice: names[locale], input: text, response_format: 'wav' })
        const answer = await requestOutside({
          ...{ url, method: 'POST', body, siteUrl, signal },
          headers: {
            'Content-Type': 'application/json',
            Accept: 'audio/wav, audio/x-wav',
            ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
          },
          /* An administrator named it, and it may be on this machine. */
          allowed: [hostAndPort(new URL(url))],
          limits: {
            firstByteMs: FIRST_BYTE_MS,
            wholeMs: WHOLE_MS,
            maxBytes: Math.max(LEAST_BYTES, text.length * BYTES_A_CHARACTER),
          },
          redirects: { most: 0 },
        })
        checkAnswer(new URL(url).host, answer)
        yield { wav: once(answer.body), pauseMs }
      }
    },
  }
}

type Answer = Awaited<ReturnType<typeof requestOutside>>

function checkAnswer(host: string, { status, headers, body }: Answer): void {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (status === 200 && type.startsWith('audio/')) return
  const isText = /json|text/.test(type)
  const said = isText ? body.toString('utf8').replace(/\s+/g, ' ').slice(0, MOST_SAID) : type
  throw new ExpectedError('voice.serviceRefused', { host, status, said })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
