/* For tests: kills a publishing program again and again, and checks that nothing is lost or half written. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import esbuild from 'esbuild'

type Standing = { storyId: number; status: string; revision: number; headline: string }
type Line = { ready: true } | { begun: string; id: number | null } | ({ done: string; id: number } & Standing)

/** Holds what the killed programs reported: the state of articles, and the work that was begun and not acknowledged. */
export class CrashDrill {
  private readonly program: string
  private readonly standing = new Map<number, Standing>()
  private pending: { verb: string; id: number | null } | null = null
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crash-drill-'))
  acknowledged = 0

  constructor() {
    this.program = path.join(this.folder, 'writer.mjs')
    esbuild.buildSync({
      entryPoints: ['domain/editorial/publishing/crash-writer.testing.ts'],
      outfile: this.program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node22',
      packages: 'external',
    })
    /* The program needs the packages and the migrations beside it. */
    fs.symlinkSync(path.resolve('node_modules'), path.join(this.folder, 'node_modules'))
    fs.symlinkSync(path.resolve('db'), path.join(this.folder, 'db'))
  }

  end(): void {
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  /**
   * Lets the program publish until `steps` acknowledgements and `moreMs` more have passed, then kills it. With another
   * `end`, such as killing the server that it writes to, the program has to end by itself.
   */
  async round(
    dataDir: string,
    env: Record<string, string>,
    steps: number,
    moreMs: number,
    end?: () => Promise<void>,
  ): Promise<void> {
    this.pending = null
    const child = spawn(process.execPath, [this.program, dataDir], {
      env: { ...process.env, ...env },
      /* Without its server the program ends with an error, as expected. */
      stdio: ['ignore', 'pipe', end ? 'ignore' : 'inherit'],
    })
    const ended = new Promise(resolve => child.once('close', resolve))
    await this.listen(child, steps)
    await new Promise(resolve => setTimeout(resolve, moreMs))
    if (end) await end()
    else child.kill('SIGKILL')
    await ended
  }

  /** Lists the faults of the newsroom after a crash, in words. The list is empty when all is well. */
  async faults(rows: (statement: string) => Promise<Record<string, unknown>[]>): Promise<string[]> {
    const faults: string[] = []
    for (const [what, statement] of Object.entries(HALF_THERE)) {
      for (const row of await rows(statement)) faults.push(`${what}: ${JSON.stringify(row)}`)
    }
    const stored = new Map(
      (await rows('SELECT id, story_id, status, revision, headline FROM articles')).map(row => [
        Number(row.id),
        row,
      ]),
    )
    for (const [id, acknowledged] of this.standing) {
      const now = stored.get(id)
      if (!now) {
        faults.push(`article ${id} is lost`)
        continue
      }
      const isSame =
        now.status === acknowledged.status &&
        now.revision === acknowledged.revision &&
        now.headline === acknowledged.headline
      /* Work that was under way may be stored whole without its acknowledgement. */
      if (!isSame && this.pending?.id !== id)
        faults.push(`article ${id} was ${JSON.stringify(acknowledged)} and is ${JSON.stringify(now)}`)
    }
    this.accept(stored)
    return faults
  }

  /* The stored state is the new reference. */
  private accept(stored: Map<number, Record<string, unknown>>): void {
    for (const [id, row] of stored) {
      const { story_id, status, revision, headline } = row
      this.standing.set(id, { storyId: story_id, status, revision, headline } as unknown as Standing)
    }
  }

  private listen(child: ChildProcess, steps: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let rest = ''
      let done = 0
      child.stdout?.setEncoding('utf8')
      child.stdout?.on('data', chunk => {
        const lines = `${rest}${chunk}`.split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          if (this.hear(JSON.parse(line) as Line)) done++
          if (done >= steps) resolve()
        }
      })
      child.once('exit', code => reject(new Error(`The writer ended by itself with ${code}`)))
    })
  }

  private hear(line: Line): boolean {
    if ('begun' in line) this.pending = { verb: line.begun, id: line.id }
    if (!('done' in line)) return false
    const { storyId, status, revision, headline } = line
    this.standing.set(line.id, { storyId, status, revision, headline })
    this.pending = null
    this.acknowledged++
    return true
  }
}

/* Each statement finds rows that only part of a transaction would leave behind. */
const HALF_THERE = {
  'an article is not at its newest revision': `
    SELECT a.id, a.revision, max(r.revision) AS newest FROM articles a
    LEFT JOIN revisions r ON r.article_id = a.id
    GROUP BY a.id, a.revision HAVING coalesce(max(r.revision), 0) <> a.revision`,
  'an article differs from its newest revision': `
    SELECT a.id FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE r.headline <> a.headline`,
  'a published article stands in no list': `
    SELECT a.id FROM articles a WHERE a.status = 'published'
    AND NOT EXISTS (SELECT 1 FROM listings l WHERE l.article_id = a.id AND l.kind = 'section')`,
  'an article that readers may not see stands in a list': `
    SELECT a.id FROM articles a JOIN listings l ON l.article_id = a.id WHERE a.status <> 'published'`,
  'a published article is not in the index of words': `
    SELECT a.id FROM articles a WHERE a.status = 'published'
    AND NOT EXISTS (SELECT 1 FROM search_documents d WHERE d.article_id = a.id)`,
  'an article that readers may not see is in the index of words': `
    SELECT a.id FROM articles a JOIN search_documents d ON d.article_id = a.id WHERE a.status <> 'published'`,
  'a change of an article stands in no log': `
    SELECT a.id FROM articles a
    WHERE (SELECT count(*) FROM audit_log l WHERE l.subject = 'article:' || a.id) < a.revision`,
  'a published article was never named as changed': `
    SELECT a.id FROM articles a WHERE a.status = 'published' AND NOT EXISTS (
      SELECT 1 FROM content_changes c WHERE CAST(c.tags AS text) LIKE '%"story:' || a.story_id || '"%')`,
}
