import { reader } from '#db/open.ts'
import { MOST_WEBHOOK_BYTES, readWebhook } from '#domain/distribution/newsletter/bounces/read-webhook.ts'
import { takeReports } from '#domain/distribution/newsletter/bounces/take-reports.ts'
import { linkKeys, madeKeys } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'
import { readBody } from '#server/requests/form-body.ts'

type Services = Pick<EdgeServices, 'plainHeaders' | 'mailWebhookSecret'>

const STATUS = { unsigned: 401, stale: 400, malformed: 400 } as const

/** Answers `POST /newsletter/webhook`, by which a provider says what became of mails. Without a secret there is none. */
export function mailReports({ plainHeaders, mailWebhookSecret: secret }: Services): Handler {
  return {
    methods: ['POST'],
    maxBodyBytes: MOST_WEBHOOK_BYTES,
    answer({ request, response, address }) {
      const [first, second, ...rest] = address.segments
      if (secret === null || first !== 'newsletter' || second !== 'webhook' || rest.length > 0) return false
      const finish = (status: number): true => {
        response
          .writeHead(status, { ...plainHeaders, 'Cache-Control': 'no-store', 'Content-Length': 0 })
          .end()
        return true
      }
      return take()

      async function take(): Promise<true> {
        const body = await readBody(request, MOST_WEBHOOK_BYTES)
        if (typeof body === 'string') {
          response.shouldKeepAlive = false
          response.once('finish', () => request.destroy())
          return finish(body === 'too-large' ? 413 : 400)
        }
        const keys = linkKeys(await madeKeys(reader()))
        const reports = readWebhook({
          headers: request.headers,
          body,
          secret: secret as string,
          keys,
          now: new Date(),
        })
        if (typeof reports === 'string') return finish(STATUS[reports])
        await takeReports(reports)
        return finish(204)
      }
    },
  }
}
