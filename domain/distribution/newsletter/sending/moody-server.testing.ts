/* For tests: a mail server in this process that answers after a random time, and breaks connections when told to. */
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

const SLOWEST_MS = 3

/** The moments of a message at which a connection may break. `kept` and `lost` come after the last byte. */
export type BreakingPoint = 'before' | 'recipient' | 'middle' | 'kept' | 'lost'

export class MoodyServer {
  /** The times that each Message-ID came with its last byte, and its recipient. */
  readonly received = new Map<string, { times: number; to: string }>()
  /** Messages whose last byte came and which the server did not keep, by Message-ID. */
  readonly lost = new Set<string>()
  count = 0
  breaks = 0
  /** Decides whether the connection of the next message breaks, and when. */
  mood: () => BreakingPoint | null = () => null
  onReceived: () => void = () => {}
  private readonly server: SMTPServer

  constructor() {
    const points = new Map<string, BreakingPoint | null>()
    this.server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], closeTimeout: 100 },
      onMailFrom: (_, session, done) => {
        const point = this.mood()
        points.set(session.id, point)
        if (point === 'before') this.breakOff(session)
        else soon(done)
      },
      onRcptTo: (_, session, done) => {
        if (points.get(session.id) === 'recipient') this.breakOff(session)
        else soon(done)
      },
      onData: (stream, session, done) => {
        const point = points.get(session.id) ?? null
        const chunks: Buffer[] = []
        stream.on('data', chunk => {
          chunks.push(chunk)
          if (point === 'middle') this.breakOff(session)
        })
        /* A connection that breaks leaves the stream without an end. */
        stream.on('error', () => {})
        stream.on('end', () => {
          if (point === 'middle') return
          this.take(Buffer.concat(chunks).toString('latin1'), session, point === 'lost')
          if (point === 'kept' || point === 'lost') this.breakOff(session)
          else soon(done)
        })
      },
    })
    this.server.on('error', () => {})
  }

  async start(): Promise<string> {
    const listening = this.server.listen(0, '127.0.0.1')
    await new Promise(resolve => listening.once('listening', resolve))
    return `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`
  }

  stop(): Promise<void> {
    return new Promise(resolve => this.server.close(() => resolve()))
  }

  private take(raw: string, session: SMTPServerSession, isLost: boolean): void {
    const id = /^Message-ID: <(.*)>\r$/im.exec(raw)?.[1] ?? ''
    this.count += 1
    if (isLost) this.lost.add(id)
    const to = session.envelope.rcptTo[0]?.address ?? ''
    const { times } = this.received.get(id) ?? { times: 0 }
    if (!isLost) this.received.set(id, { times: times + 1, to })
    this.onReceived()
  }

  private breakOff(session: SMTPServerSession): void {
    this.breaks += 1
    const connections = this.server.connections as Set<{ id: string; _socket: Socket }>
    for (const connection of connections) if (connection.id === session.id) connection._socket.destroy()
  }
}

function soon(done: () => void): void {
  setTimeout(done, Math.random() * SLOWEST_MS)
}
