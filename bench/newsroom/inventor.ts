/* A thread that invents the next stories while another thread writes the previous ones. */
import { parentPort } from 'node:worker_threads'
import { type InventionOrder, inventRows } from './invent-rows.ts'

parentPort?.on('message', (order: InventionOrder) => parentPort?.postMessage(inventRows(order)))
