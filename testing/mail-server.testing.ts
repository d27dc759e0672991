import { afterEach, beforeEach } from 'vitest'
import { type MailServer, type MailServerOptions, mailServer } from './open-mail-server.testing.ts'

/** Gives every test of a file a mail server of its own. */
export function aMailServer(options: MailServerOptions = {}): MailServer {
  const server = mailServer(options)
  beforeEach(async () => {
    server.received.length = 0
    Object.assign(server, { onSender: () => null, onRecipient: () => null, onMail: () => null })
    await server.back()
  })
  afterEach(() => server.away())
  return server
}
