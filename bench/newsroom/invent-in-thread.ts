import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BulkRows } from '#db/queries/writing/bulk-stories.ts'
import type { InventionRequest } from './invent-rows.ts'

/** Invents stories in another thread, one request at a time. */
export function inventInThread() {
  /* The bundle of the thread lies beside that of the program. */
  const thread = new Worker(new URL('./inventor.js', import.meta.url))
  return {
    invent: async (request: InventionRequest): Promise<BulkRows> => {
      thread.postMessage(request)
      const [rows] = await once(thread, 'message')
      return rows
    },
    stop: () => thread.terminate(),
  }
}
