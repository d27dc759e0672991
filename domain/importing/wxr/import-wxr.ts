import fs from 'node:fs/promises'
import { openDatabase, reader } from '../../../db/open'
import { putSite } from '../../../db/queries/catalogue'
import { findOrigin, originsOf } from '../../../db/queries/origins'
import { write } from '../../../db/write'
import type { Locale } from '../../../i18n/locales'
import { makeRoom } from '../../demonstration/make-room'
import { systemActor } from '../../publishing/actor'
import { chooseSections, Filing } from './filing'
import type { ImportReport, ItemReport, Outcome } from './import-report'
import { draftItem, type ItemDraft } from './item-draft'
import { itemLocale } from './item-language'
import { type FileKeeper, ImportedFiles } from './pictures'
import { readWxr } from './read-wxr'
import { IMPORTED_TYPES, type Survey, survey } from './survey'
import { writePage, writePost } from './write-item'
import { itemKey, type WxrItem } from './wxr-event'

export type ImportOptions = {
  file: string
  /** The language of everything in the file; detected post by post when it is not given. */
  locale?: Locale
  /** A copy of wp-content/uploads. */
  uploads?: string
  dryRun?: boolean
  replaceDemo?: boolean
  keeper: FileKeeper
  now?: Date
  /** `done` and `total` in bytes of the file, over both readings. */
  onProgress?: (done: number, total: number) => void
}

/** Not worth a line of their own: WordPress keeps copies and unsaved beginnings as items. */
const SKIPPED_STATUS = new Set(['trash', 'auto-draft', 'inherit'])

/**
 * Brings a WordPress export into the newsroom. Items are written one by one, each whole or not at all; one that
 * fails is reported and the rest goes on. A second run of the same file changes nothing.
 * @throws WxrSyntaxError, NotWxr, DemonstrationInTheWay
 */
export async function importWxr(options: ImportOptions): Promise<ImportReport> {
  const { file, locale: asked, dryRun = false, now = new Date(), onProgress = () => {} } = options
  const { size } = await fs.stat(file)
  const seen = await survey(file, asked, read => onProgress(read, size * 2))
  const origin = `wxr:${seen.site.link || seen.site.title}`
  const report: ImportReport = {
    site: seen.site.title,
    dryRun,
    items: [],
    notImported: notImported(seen),
    counts: [],
  }
  if (!dryRun) await prepare(seen, options.replaceDemo ?? false)
  const files = new ImportedFiles(options.uploads, options.keeper, dryRun)
  const filing = new Filing(seen, origin, chooseSections(seen))
  const writer = { origin, survey: seen, filing, actor: systemActor('press import wxr'), now }
  for await (const event of readWxr(file, read => onProgress(size + read, size * 2))) {
    if (event.kind !== 'item' || !IMPORTED_TYPES.has(event.item.type)) continue
    report.items.push(await importItem(event.item, asked, dryRun, files, writer))
  }
  report.counts = await counts(seen, report, origin, files, dryRun)
  return report
}

type Writer = Parameters<typeof writePost>[4]

async function importItem(
  item: WxrItem,
  asked: Locale | undefined,
  dryRun: boolean,
  files: ImportedFiles,
  writer: Writer,
): Promise<ItemReport> {
  const base = { line: item.line, id: item.id, key: itemKey(item), type: item.type, title: item.title }
  const nothing = { dropped: {}, simplified: {}, missing: [] }
  if (SKIPPED_STATUS.has(item.status)) {
    return { ...base, ...nothing, locale: null, outcome: 'skipped', notes: [`status ${item.status}`] }
  }
  const locale = itemLocale(item, asked)
  try {
    const draft = await draftItem(item, locale, writer.survey, files, writer.now)
    const outcome = await writeDraft(item, locale, draft, { dryRun, files, writer })
    const { losses, notes } = draft
    return {
      ...base,
      locale,
      outcome,
      notes,
      dropped: Object.fromEntries(losses.dropped),
      simplified: Object.fromEntries(losses.simplified),
      missing: [...losses.missing],
    }
  } catch (error) {
    writer.filing.forget()
    const reason = error instanceof Error ? error.message : String(error)
    return { ...base, ...nothing, locale, outcome: 'failed', notes: [reason] }
  }
}

async function writeDraft(
  item: WxrItem,
  locale: Locale,
  draft: ItemDraft,
  { dryRun, files, writer }: { dryRun: boolean; files: ImportedFiles; writer: Writer },
): Promise<Outcome> {
  const kind = item.type === 'page' ? 'page' : 'article'
  const known = await findOrigin(reader(), { origin: writer.origin, kind, key: itemKey(item) })
  if (known?.hash === draft.hash) return 'unchanged'
  if (dryRun) return known ? 'updated' : 'new'
  if (item.type === 'page') return write(tx => writePage(tx, item, locale, draft, writer))
  const drawn = draft.lead?.media ? null : await files.art(itemKey(item), writer.filing.glazeFor(item.terms))
  return write(tx => writePost(tx, item, locale, { ...draft, drawn }, writer))
}

/* The first content of a newsroom gives it its name. */
async function prepare(seen: Survey, replaceDemo: boolean): Promise<void> {
  openDatabase()
  await write(async tx => {
    const before = await makeRoom(tx, replaceDemo)
    if (before === 'own') return
    const name = seen.site.title || 'Arab Press'
    await putSite(tx, 'ar', { name, tagline: '', description: '' })
    await putSite(tx, 'en', { name, tagline: '', description: '' })
  })
}

function notImported(seen: Survey): Record<string, number> {
  const types = [...seen.counts.byType].filter(([type]) => !IMPORTED_TYPES.has(type) && type !== 'attachment')
  return {
    ...Object.fromEntries(types),
    ...(seen.counts.comments > 0 ? { comments: seen.counts.comments } : {}),
  }
}

async function counts(
  seen: Survey,
  report: ImportReport,
  origin: string,
  files: ImportedFiles,
  dryRun: boolean,
): Promise<ImportReport['counts']> {
  /* Of this file only: the database may hold other exports of the same site. */
  const inDatabase = async (kind: string, keys: string[]) => {
    if (dryRun) return null
    const known = await originsOf(reader(), origin, kind)
    return keys.filter(key => known.has(key)).length
  }
  const importable = (type: string) =>
    report.items.filter(item => item.type === type && item.outcome !== 'skipped')
  const posts = importable('post')
  const pages = importable('page')
  return [
    {
      what: 'posts',
      inFile: posts.length,
      inDatabase: await inDatabase(
        'article',
        posts.map(item => item.key),
      ),
    },
    {
      what: 'pages',
      inFile: pages.length,
      inDatabase: await inDatabase(
        'page',
        pages.map(item => item.key),
      ),
    },
    {
      what: 'pictures and videos that were found',
      inFile: files.kept,
      inDatabase: dryRun ? null : files.kept,
    },
    {
      what: 'pictures and videos that are missing',
      inFile: files.missing.size + files.unreadable.size,
      inDatabase: null,
    },
    {
      what: 'authors in use',
      inFile: seen.creators.size,
      inDatabase: await inDatabase('author', [...seen.creators]),
    },
  ]
}
