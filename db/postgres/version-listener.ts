import pg from 'pg'

const CHANNEL = 'content_changes'
/* A missed announcement is found within this time. */
const POLL_MS = 500
const CONNECT_AGAIN_MS = 500

/* A server that is silent for this long counts as unreachable. */
const ANSWER_LIMIT_MS = 3_000

/**
 * Knows the content version without a query for each response. The database announces each change, and a poll twice a
 * second finds an announcement that was missed. While the database is unreachable the last known version stands.
 */
export class VersionListener {
  version = 0
  /** Since when the database has not answered; null while it answers. */
  unreachableSince: Date | null = null
  private client: pg.Client | null = null
  private timer: NodeJS.Timeout | null = null
  private isListening = false
  private isClosed = false

  constructor(private readonly options: pg.ClientConfig) {}

  note(version: number): void {
    if (version > this.version) this.version = version
  }

  /** Starts to listen, once. */
  start(): void {
    if (this.isListening || this.isClosed) return
    this.isListening = true
    void this.listen()
  }

  async close(): Promise<void> {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
    await this.client?.end().catch(() => undefined)
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ ...this.options, query_timeout: ANSWER_LIMIT_MS })
    /* A lost connection emits an error, and its end. */
    client.on('error', () => this.lost(client))
    client.once('end', () => this.lost(client))
    client.on('notification', ({ payload }) => this.note(Number(payload)))
    this.client = client
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      await this.poll(client)
    } catch {
      this.lost(client)
    }
  }

  private async poll(client: pg.Client): Promise<void> {
    const known = this.version
    const { rows } = await client.query<{ version: number | null }>(
      'SELECT max(version) AS version FROM content_changes',
    )
    if (this.isClosed || this.client !== client) return
    const newest = rows[0]?.version ?? 0
    /*
     * Versions only grow. One that is smaller than the version known before the query belongs to another database in
     * this one's place, as after restoring an older backup. Its changes must not count as seen.
     */
    if (newest < known) this.version = newest
    else this.note(newest)
    this.unreachableSince = null
    this.timer = setTimeout(() => {
      this.poll(client).catch(() => this.lost(client))
    }, POLL_MS)
    this.timer.unref()
  }

  private lost(client: pg.Client): void {
    if (this.isClosed || this.client !== client) return
    this.client = null
    this.unreachableSince ??= new Date()
    client.end().catch(() => undefined)
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.listen(), CONNECT_AGAIN_MS)
    this.timer.unref()
  }
}

export async function newestVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM content_changes',
  )
  return rows[0]?.version ?? 0
}
