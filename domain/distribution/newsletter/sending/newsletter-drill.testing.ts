/* For tests: sends an edition from processes that are killed or beside each other, and counts what came of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import esbuild from 'esbuild'
import { MoodyServer } from './moody-server.testing.ts'

type Report = {
  edition: Record<'state' | 'failure', string> &
    Record<'sent' | 'refused' | 'unconfirmed' | 'skipped', number>
  deliveries: { subscriberId: number; state: string; address: string }[]
}

/** The outcome of an edition. `doubles` and `gaps` are broken promises, in words. */
export type DrillResult = {
  state: string
  counted: number
  unconfirmed: number
  doubles: string[]
  gaps: string[]
}

/** A newsroom of its own, a mail server, and programs that send from the one to the other. */
export class NewsletterDrill {
  readonly server = new MoodyServer()
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'newsletter-drill-'))
  private readonly program = path.join(this.folder, 'program.mjs')
  private url = ''

  constructor(private readonly env: Record<string, string>) {
    esbuild.buildSync({
      entryPoints: ['domain/distribution/newsletter/sending/drill-program.testing.ts'],
      outfile: this.program,
      ...{ bundle: true, platform: 'node', format: 'esm', target: 'node22', packages: 'external' },
      ...{ jsx: 'automatic' },
    })
    /* The program needs the packages and the migrations beside it. */
    for (const name of ['node_modules', 'db'])
      fs.symlinkSync(path.resolve(name), path.join(this.folder, name))
  }

  async prepare(subscribers: number): Promise<void> {
    this.url = await this.server.start()
    await this.run('prepare', String(subscribers))
  }

  async end(): Promise<void> {
    await this.server.stop()
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  /** Sends until so many more messages have come and some milliseconds have passed, and kills the program then. */
  async sendAndKill(messages: number, moreMs: number): Promise<void> {
    const child = this.start('send', this.url)
    const until = this.server.count + messages
    const ended = new Promise(resolve => child.once('close', resolve))
    await new Promise<void>((resolve, reject) => {
      this.server.onReceived = () => {
        if (this.server.count === until) resolve()
      }
      child.once('close', code => reject(new Error(`The program ended by itself with ${code}`)))
    })
    await new Promise(resolve => setTimeout(resolve, moreMs))
    child.kill('SIGKILL')
    await ended
  }

  /** Lets so many programs send at once until they have nothing left. */
  async sendToTheEnd({ programs = 1 } = {}): Promise<void> {
    await Promise.all(Array.from({ length: programs }, () => this.run('send', this.url)))
  }

  async result(): Promise<DrillResult> {
    const { edition, deliveries } = JSON.parse(await this.run('report')) as Report
    const addresses = new Set(deliveries.map(({ address }) => address))
    const reached = new Set<string>()
    const doubles: string[] = []
    for (const [id, { times, to }] of this.server.received) {
      reached.add(to)
      if (times > 1) doubles.push(`${id} came ${times} times to ${to}`)
      if (!addresses.has(to)) doubles.push(`${id} came to ${to}, who has no delivery`)
    }
    const isThere = ({ state, address }: Report['deliveries'][number]) =>
      state === 'unconfirmed' || (state === 'sent' && reached.has(address))
    const gaps = deliveries
      .filter(delivery => !isThere(delivery))
      .map(({ address, state }) => `${address} is ${state}`)
    const { state, sent, refused, unconfirmed, skipped } = edition
    return { state, counted: sent + refused + unconfirmed + skipped, unconfirmed, doubles, gaps }
  }

  private async run(...args: string[]): Promise<string> {
    const child = this.start(...args)
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', chunk => {
      output += chunk
    })
    const code = await new Promise(resolve => child.once('close', resolve))
    if (code !== 0) throw new Error(`The program ended with ${code} at ${args[0]}`)
    return output
  }

  private start(verb = '', ...args: string[]): ChildProcess {
    const dataDir = path.join(this.folder, 'data')
    return spawn(process.execPath, [this.program, verb, dataDir, ...args], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  }
}
