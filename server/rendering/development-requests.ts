import type { IncomingMessage } from 'node:http'
import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'

/** Hands the requests of the framework's own script in the browser to the framework, in development. */
export function developmentRequests({ renderer }: Pick<EdgeServices, 'renderer'>): Handler {
  return {
    methods: 'any',
    maxBodyBytes: Number.POSITIVE_INFINITY,
    async answer({ request, response }) {
      if (!isForFramework(request)) return false
      await renderer.passOn(request, response)
      return true
    },
  }
}

function isForFramework({ url = '', headers }: IncomingMessage): boolean {
  return url.startsWith('/_next/') || url.startsWith('/__next') || headers.rsc !== undefined
}
