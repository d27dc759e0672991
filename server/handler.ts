import type { Exchange } from './requests/exchange.ts'

/** An entry of the list in handlers.ts: one kind of request, and how it is answered. */
export type Handler = {
  /** Methods that it answers; GET and HEAD unless it says otherwise. Requests of other methods pass it by. */
  methods?: readonly string[] | 'any'
  /**
   * The largest body that it reads, in bytes; none unless it says otherwise. A larger body, or one of unknown length,
   * is left unread, and its connection ends with the answer.
   */
  maxBodyBytes?: number
  /**
   * Answers the request, or gives false and leaves the response untouched: then the next handler gets it. A handler that
   * knows at once that a request is not its own gives false itself, not a promise of it, because all others pass by.
   */
  answer: (exchange: Exchange) => boolean | Promise<boolean>
}

const READING = ['GET', 'HEAD']

export function answersMethod({ methods = READING }: Handler, method = ''): boolean {
  return methods === 'any' || methods.includes(method)
}
