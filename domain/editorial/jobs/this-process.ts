import { randomUUID } from 'node:crypto'
import os from 'node:os'

/** Names this process as the holder of leases. */
export const thisProcess = `${os.hostname()}:${process.pid}:${randomUUID()}`
