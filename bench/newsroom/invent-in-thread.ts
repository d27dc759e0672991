import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BulkRows } from '#db/queries/writing/bulk-stories.ts'
import type { InventionOrder } from './invent-rows.ts'

/** Invents stories in another thread, one request at a time. */
export function inventInThread() {
  /* The bundle of the thread lies beside that of the program. */
  const thread = new Worker(new URL('./inventor.js', import.meta.url))
  return {
    invent: async (order: InventionOrder): Promise<BulkRows> => {
      thread.postMessage(order)
      const [rows] = await once(thread, 'message')
      return rows
    },
    stop: () => thread.terminate(),
  }
}
