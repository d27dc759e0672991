import type { PageCache } from './cache/page-cache.ts'
import type { Handler } from './handler.ts'
import type { FindAddress } from './pages/find-address.ts'
import { PageDelivery } from './pages/page-delivery.ts'
import type { Pictures } from './pictures/pictures.ts'
import type { ReadCounter } from './read-counts/read-counter.ts'
import type { Routes } from './rendering/framework-routes.ts'
import type { Renderer } from './rendering/renderer.ts'
import type { ClientAddress } from './requests/client-address.ts'
import type { IsVerifiedPreview } from './requests/verified-preview.ts'
import { documentPolicy, pagePolicy, plainPolicy } from './responses/page-policy.ts'
import { Responder } from './responses/responder.ts'

export type EdgeOptions = {
  dev: boolean
  siteUrl: string
  dataDir: string
  pictures: Pictures
  /** The key for announcing changes to search engines; null when they are not announced. */
  indexNowKey: string | null
  renderer: Renderer
  files: Handler
  routes: Routes
  cache: PageCache
  health: Handler
  clientAddress: ClientAddress
  findAddress: FindAddress
  /** Whether there is a security.txt. */
  hasSecurityText: () => Promise<boolean>
  /** The texts of files at the root that name the sellers of advertisements; null for none. */
  adsTexts: Record<'ads.txt' | 'app-ads.txt', string | null>
  counter: ReadCounter
  isTrustedProxy: (address?: string) => boolean
  /** The secret with which a mail provider signs its reports; null: none is listened to. */
  mailWebhookSecret: string | null
  isVerifiedPreview: IsVerifiedPreview
}

/** Everything that handlers share. */
export type EdgeServices = EdgeOptions & {
  isHttps: boolean
  /** Sent with every answer that is no page. */
  plainHeaders: Record<string, string>
  /** Sends pages through the cache. */
  delivery: PageDelivery
  /** Sends everything that is put together for one request. */
  responder: Responder
}

export function edgeServices(options: EdgeOptions): EdgeServices {
  const { dev, siteUrl, renderer } = options
  const isHttps = siteUrl.startsWith('https:')
  const { inlineScriptHashes } = renderer.errorPages
  const headers = {
    page: pagePolicy({ dev, isHttps, inlineScriptHashes }),
    document: documentPolicy(isHttps),
    plain: plainPolicy(isHttps),
  }
  const responder = new Responder(headers)
  return {
    ...options,
    isHttps,
    plainHeaders: headers.plain,
    responder,
    delivery: new PageDelivery({ ...options, headers, responder }),
  }
}
