/* For tests: a real IMAP server, Dovecot, on a port of loopback, with one empty mailbox. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { ImapFlow } from 'imapflow'

const NOBODY = 65_534

export type Dovecot = {
  url: (changes?: { password?: string; protocol?: string }) => string
  /** Puts mails into the inbox. */
  deliver: (mails: Buffer[]) => void
  /** The flags of all mails of a folder. */
  flagsIn: (folder: string) => Promise<string[][]>
  stop: () => Promise<void>
}

/** Why there is no server; null where it can be started. */
export function missingDovecot(): string | null {
  const { error } = spawnSync('dovecot', ['--version'])
  return error ? 'Dovecot is not installed' : null
}

export async function startDovecot(): Promise<Dovecot> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-dovecot-'))
  const port = await freePort()
  const isRoot = process.getuid?.() === 0
  const user = os.userInfo().username
  const inbox = path.join(folder, 'mail', 'new')
  for (const name of ['new', 'cur', 'tmp']) fs.mkdirSync(path.join(folder, 'mail', name), { recursive: true })
  const own = (file: string) => isRoot && fs.chownSync(file, NOBODY, NOBODY)
  for (const name of ['', 'new', 'cur', 'tmp']) own(path.join(folder, 'mail', name))
  fs.chmodSync(folder, 0o755)
  const config = path.join(folder, 'dovecot.conf')
  fs.writeFileSync(
    config,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
${isRoot ? '' : `default_internal_user = ${user}\ndefault_login_user = ${user}`}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${isRoot ? '' : 'chroot ='}
}
passdb {
  driver = static
  args = password=se/cret
}
userdb {
  driver = static
  args = uid=${isRoot ? NOBODY : process.getuid?.()} gid=${isRoot ? NOBODY : process.getgid?.()} home=${folder}/mail
}
`,
  )
  const server = spawn('dovecot', ['-F', '-c', config], { stdio: 'ignore' })
  const url: Dovecot['url'] = ({ password = 'se/cret', protocol = 'imap' } = {}) =>
    `${protocol}://bounces%40example.org:${encodeURIComponent(password)}@127.0.0.1:${port}`
  await untilListening(server, port, () => fs.readFileSync(path.join(folder, 'log'), 'utf8'))
  let number = 0
  return {
    url,
    deliver: mails => {
      for (const mail of mails) {
        number += 1
        const file = path.join(inbox, `${1_796_011_216 + number}.M${number}.test`)
        fs.writeFileSync(file, mail)
        own(file)
      }
    },
    flagsIn: name => flagsIn(port, name),
    stop: async () => {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function flagsIn(port: number, name: string): Promise<string[][]> {
  const auth = { user: 'bounces@example.org', pass: 'se/cret' }
  const client = new ImapFlow({
    ...{ host: '127.0.0.1', port, secure: false, auth },
    ...{ logger: false, disableAutoIdle: true },
  })
  await client.connect()
  try {
    const { exists } = await client.mailboxOpen(name, { readOnly: true })
    const mails = exists > 0 ? await client.fetchAll('1:*', { flags: true }) : []
    return mails.map(({ flags }) => [...(flags ?? [])].filter(flag => flag !== '\\Recent'))
  } finally {
    await client.logout()
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function untilListening(server: ChildProcess, port: number, log: () => string): Promise<void> {
  while (server.exitCode === null) {
    const isOpen = await new Promise<boolean>(resolve => {
      const socket = net.connect(port, '127.0.0.1')
      socket.once('data', () => resolve(true)).once('error', () => resolve(false))
      socket.once('data', () => socket.destroy())
    })
    if (isOpen) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`Dovecot did not start: ${log()}`)
}
