import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Unready, whyUnready } from '#db/readiness.ts'
import type { Handler } from '#server/handler.ts'
import type { Metrics } from '#server/metrics/registry.ts'
import { mayReadMetrics, sendMetrics } from '#server/metrics/serve-metrics.ts'
import type { Exchange } from '#server/requests/exchange.ts'

const PATHS = ['/healthz', '/readyz', '/metrics']

export type HealthOptions = {
  /** Whether the portal is shutting down, so that requests should go elsewhere. */
  isClosing: () => boolean
  /** Whether pages can be rendered just now. */
  isRendererReady: () => boolean
  metrics: Metrics
  metricsToken: string | null
}

/* Machines may ask several times a second; the database is asked once a second at most. */
const VALID_MS = 1000

/** Answers `/healthz`, `/readyz` and `/metrics`, for the machines that look after the portal. */
export function health({ isClosing, isRendererReady, metrics, metricsToken }: HealthOptions): Handler {
  let latest: { at: number; reason: Promise<Unready | null> } | null = null

  async function unreadyReason(): Promise<Unready | 'closing' | 'rendering' | null> {
    if (isClosing()) return 'closing'
    if (!isRendererReady()) return 'rendering'
    /* The monotonic clock cannot be put back. */
    const at = performance.now()
    if (!latest || at - latest.at > VALID_MS) latest = { at, reason: whyUnready() }
    return latest.reason
  }

  return {
    /* Load balancers use other methods too: HAProxy asks by OPTIONS. */
    methods: 'any',
    answer: exchange => {
      const { url = '' } = exchange.request
      return PATHS.includes(url) && tell(url, exchange)
    },
  }

  async function tell(path: string, { request, response }: Exchange): Promise<boolean> {
    if (path === '/healthz') sendText(request, response, 200, 'ok\n')
    else if (path === '/readyz') {
      const reason = await unreadyReason()
      sendText(request, response, reason ? 503 : 200, `${reason ?? 'ready'}\n`)
    } else {
      if (!mayReadMetrics(request, metricsToken)) return false
      await sendMetrics(response, metrics)
    }
    return true
  }
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  const headers = {
    'Content-Type': 'text/plain',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  }
  response
    .writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) })
    .end(request.method === 'HEAD' ? undefined : text)
}
