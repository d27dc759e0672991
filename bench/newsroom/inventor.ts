/* A thread that invents stories while another writes those before them. */
import { parentPort } from 'node:worker_threads'
import { type InventionOrder, inventRows } from './invent-rows.ts'

parentPort?.on('message', (order: InventionOrder) => parentPort?.postMessage(inventRows(order)))
