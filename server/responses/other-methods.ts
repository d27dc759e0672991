import type { EdgeServices } from '#server/edge-services.ts'
import type { Handler } from '#server/handler.ts'

/** Refuses methods that no handler answers. */
export function otherMethods({ responder }: Pick<EdgeServices, 'responder'>): Handler {
  return {
    methods: 'any',
    async answer({ request, response }) {
      response.setHeader('Allow', 'GET, HEAD')
      await responder.notice(request, response, 405, 'notAllowed')
      return true
    },
  }
}
