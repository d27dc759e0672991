import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { MailTransport } from './mail-transport.ts'

/** The folder of mails where no mail server is set. */
export const outboxFolder = (dataDir: string) => path.join(dataDir, 'outbox')

/** Keeps each message as a file that mail programs open, so that everything can be tried without a mail server. */
export function outboxTransport(dataDir: string): MailTransport {
  const folder = outboxFolder(dataDir)
  return {
    atOnce: 5,
    async send({ to, raw }, handOver) {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
      const reader = to.replaceAll(/[^\w.@+-]/g, '_').slice(0, 80)
      const file = path.join(folder, `${stamp}-${randomUUID().slice(0, 8)}-${reader}.eml`)
      const draft = `${file}.part`
      await fs.writeFile(draft, raw, { mode: 0o600 })
      if (!(await handOver())) {
        await fs.rm(draft, { force: true })
        return { kind: 'abandoned' }
      }
      await fs.rename(draft, file)
      return { kind: 'sent' }
    },
    close: async () => {},
  }
}
