/* A thread that invents the next stories while another thread writes the previous ones. */
import { parentPort } from 'node:worker_threads'
import { type InventionRequest, inventRows } from './invent-rows.ts'

parentPort?.on('message', (request: InventionRequest) => parentPort?.postMessage(inventRows(request)))
