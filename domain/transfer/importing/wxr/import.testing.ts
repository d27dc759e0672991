import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '#db/open.ts'
import { keepArt, keepPicture, keepVideo } from '#domain/media/files/keep-file.ts'
import type { ImportReport, ItemReport } from './import-report.ts'
import { type ImportOptions, importWxr } from './import-wxr.ts'

/** A database, a folder and the import, for tests. */
export class TriedImport {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-import-'))
  readonly database = openDatabase(path.join(this.folder, 'data'))

  /** Imports the text or the bytes of an export. */
  run(content: string | Buffer, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
    const file = path.join(this.folder, 'export.xml')
    fs.writeFileSync(file, content)
    const { dataDir } = this.database
    const keeper: ImportOptions['keeper'] = {
      picture: (bytes, name) => keepPicture(dataDir, bytes, name, { dryRun: options.dryRun }),
      video: (bytes, name) => keepVideo(dataDir, bytes, name, { dryRun: options.dryRun }),
      art: (seed, glaze) => keepArt(dataDir, { seed, glaze }),
    }
    return importWxr({ file, keeper, now: new Date('2026-01-01T00:00:00Z'), ...options })
  }

  rows(statement: string): Promise<Record<string, unknown>[]> {
    return this.database.rows(statement)
  }

  /** Numbers of rows that every write adds to, so that a test can see that a run wrote nothing. */
  writes(): Promise<unknown> {
    return this.rows(
      'SELECT (SELECT count(*) FROM audit_log) AS entries, (SELECT count(*) FROM content_changes) AS changes',
    )
  }

  async end(): Promise<void> {
    await this.database.close()
    fs.rmSync(this.folder, { recursive: true, force: true })
  }
}

/** An export of these items, with one author, one category and one tag; `head` is added before the items. */
export function exportOf(items: string[], head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="content" xmlns:excerpt="excerpt" xmlns:dc="dc" xmlns:wp="wp">
<channel><title>Harbour</title><link>https://old.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>7</wp:author_id><wp:author_login>sami</wp:author_login></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>quays</wp:category_nicename><wp:cat_name>Quays</wp:cat_name></wp:category>
<wp:tag><wp:term_id>4</wp:term_id><wp:tag_slug>ropes</wp:tag_slug><wp:tag_name>Ropes</wp:tag_name></wp:tag>
${head}
${items.join('\n')}
</channel></rss>`
}

const POST = {
  title: 'A post',
  'dc:creator': 'sami',
  'content:encoded': 'Some English words.',
  'wp:post_date': '2024-02-03 10:00:00',
  'wp:post_date_gmt': '2024-02-03 07:00:00',
  'wp:status': 'publish',
  'wp:post_type': 'post',
}

/** One item, by default a published post by `sami` in `quays`; `more` holds further elements as XML. */
export function itemOf(fields: Record<string, string> = {}, more = ''): string {
  const elements = Object.entries({ ...POST, ...fields }).map(
    ([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`,
  )
  return `<item>${elements.join('')}<category domain="category" nicename="quays">Quays</category>${more}</item>`
}

/** The entry of the report for the item with this title. */
export function reportedItem(report: ImportReport, title: string): ItemReport {
  const item = report.items.find(each => each.title === title)
  if (!item) throw new Error(`${title} is not in the report`)
  return item
}
