import { randomUUID } from 'node:crypto'
import os from 'node:os'

/** Name of this process as a holder of leases. */
export const thisProcess = `${os.hostname()}:${process.pid}:${randomUUID()}`
