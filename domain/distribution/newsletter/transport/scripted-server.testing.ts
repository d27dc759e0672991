/* For tests: a mail server on a bare socket, which answers as the test says, however strange that is. */
import net, { type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach } from 'vitest'

/** Words to answer with, or what the server does instead. */
type Answer = string | 'silence' | 'hang-up'

export type ScriptedServer = {
  readonly port: number
  /** The commands of all connections, without those of the message itself. */
  readonly commands: string[]
  /** Messages that came with their last byte, as they came over the wire. */
  readonly messages: string[]
  connections: number
  greeting: Answer
  /** The abilities that the server names. */
  abilities: string[]
  /** The answer to a command, or to the last byte of a message (`.`); null for yes. */
  answer: (command: string) => Answer | null
  /** Before the last byte of a message has come. */
  onBody: (hangUp: () => void) => void
}

export function aScriptedServer(): ScriptedServer {
  let server: net.Server | null = null
  const sockets = new Set<Socket>()
  const fresh = () => ({
    ...{ port: 0, commands: [], messages: [], connections: 0, greeting: '220 test ESMTP', abilities: [] },
    answer: () => null,
    onBody: () => {},
  })
  const script = fresh() as ScriptedServer & { port: number }
  beforeEach(async () => {
    Object.assign(script, fresh())
    const listening = net.createServer(socket => {
      sockets.add(socket)
      converse(socket, script)
    })
    server = listening
    await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
    script.port = (listening.address() as AddressInfo).port
  })
  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => server?.close(resolve))
  })
  return script
}

function converse(socket: Socket, script: ScriptedServer): void {
  let isMessage = false
  let rest = ''
  const say = (answer: Answer) => {
    if (answer === 'hang-up') socket.destroy()
    else if (answer !== 'silence') socket.write(`${answer}\r\n`)
  }
  const command = (line: string) => {
    script.commands.push(line)
    const word = line.slice(0, 4).toUpperCase()
    const answer = script.answer(line) ?? usualAnswer(word, script.abilities)
    isMessage = word === 'DATA' && answer.startsWith('354')
    say(answer)
  }
  script.connections += 1
  socket.on('error', () => {})
  say(script.greeting)
  socket.on('data', chunk => {
    rest += chunk.toString('latin1')
    for (;;) {
      const end = rest.indexOf(isMessage ? '\r\n.\r\n' : '\r\n')
      if (end < 0) {
        if (isMessage) script.onBody(() => socket.destroy())
        return
      }
      const piece = rest.slice(0, end)
      rest = rest.slice(end + (isMessage ? 5 : 2))
      if (!isMessage) {
        command(piece)
        continue
      }
      isMessage = false
      script.messages.push(`${piece}\r\n`)
      say(script.answer('.') ?? '250 2.0.0 Kept')
    }
  })
}

function usualAnswer(word: string, abilities: readonly string[]): string {
  if (word === 'EHLO')
    return ['250-test', ...abilities.map(ability => `250-${ability}`), '250 8BITMIME'].join('\r\n')
  if (word === 'DATA') return '354 Go on'
  if (word === 'QUIT') return '221 2.0.0 Bye'
  return '250 2.0.0 Yes'
}
