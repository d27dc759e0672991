import fs from 'node:fs/promises'
import { reasonOf } from '#db/errors.ts'
import { openDatabase, reader } from '#db/open.ts'
import { factOf } from '#db/queries/facts.ts'
import { findOrigin, localeOf, originsOf } from '#db/queries/origins.ts'
import { write } from '#db/write.ts'
import { type Actor, systemActor } from '#domain/editorial/accounts/actor.ts'
import { saveSiteIn } from '#domain/editorial/filing/save-site.ts'
import { DEMONSTRATION_FACT } from '#domain/transfer/demonstration/demonstration-fact.ts'
import { makeRoom } from '#domain/transfer/demonstration/make-room.ts'
import { expectedAmong } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import type { Locale } from '#i18n/locales.ts'
import { chooseSections, Filing } from './filing.ts'
import { importCounts } from './import-counts.ts'
import type { ImportReport, ItemReport, Outcome } from './import-report.ts'
import { draftItem, type ItemDraft } from './item-draft.ts'
import { foreignMark, itemLocale } from './item-language.ts'
import { type FileKeeper, ImportedFiles, MEDIA_ORIGIN } from './pictures.ts'
import { readWxr } from './read-wxr.ts'
import { IMPORTED_TYPES, SKIPPED_STATUS, type Survey, surveyExport } from './survey.ts'
import { leadUnusedOn, notBrought } from './unused.ts'
import { writePage, writePost } from './write-item.ts'
import { itemKey, type WxrItem } from './wxr-event.ts'

export type ImportOptions = {
  file: string
  /** The language of everything in the file; detected for each post when it is not given. */
  locale?: Locale
  /** A copy of wp-content/uploads. */
  uploads?: string
  dryRun?: boolean
  replaceDemo?: boolean
  keeper: FileKeeper
  now?: Date
  /** `done` and `total` are bytes, counted over both passes through the file. */
  onProgress?: (done: number, total: number) => void
}

/**
 * Imports a WordPress export. Each item is written whole or not at all; one that fails is reported and the rest goes
 * on. A second run with the same file changes nothing.
 * @throws `import.malformed`, `import.notWordPress`, `import.unknownEncoding`, `demonstration.inTheWay`
 */
export async function importWxr(options: ImportOptions): Promise<ImportReport> {
  const { file, locale: fixedLocale, dryRun = false, now = new Date(), onProgress = () => {} } = options
  const { size } = await fs.stat(file)
  const survey = await surveyExport(file, fixedLocale, read => onProgress(read, size * 2))
  const origin = `wxr:${survey.site.link || survey.site.title}`
  const isDemo = dryRun && (await factOf(reader(), DEMONSTRATION_FACT)) !== null
  const report: ImportReport = {
    site: survey.site.title,
    dryRun,
    items: [],
    notImported: notImported(survey),
    notBrought: notBrought(survey),
    needsReplaceDemo: isDemo && !options.replaceDemo,
    counts: [],
  }
  const actor = systemActor('press import wxr')
  if (!dryRun) await prepare(actor, survey, options.replaceDemo ?? false)
  const earlier = await originsOf(reader(), origin, MEDIA_ORIGIN)
  const files = new ImportedFiles(options.uploads, options.keeper, dryRun, origin, earlier, actor)
  const filing = new Filing(survey, origin, chooseSections(survey), actor)
  const writer = { origin, survey, filing, actor, now }
  const run = { fixedLocale, dryRun, files, writer, lines: new Map<string, number>() }
  for await (const event of readWxr(file, read => onProgress(size + read, size * 2))) {
    if (event.kind !== 'item' || !IMPORTED_TYPES.has(event.item.type)) continue
    report.items.push(await importItem(event.item, run))
  }
  if (!dryRun) await write(tx => leadUnusedOn(tx, actor, survey, { asked: fixedLocale, now }))
  report.counts = await importCounts(survey, report, origin, files)
  return report
}

type Run = {
  fixedLocale: Locale | undefined
  dryRun: boolean
  files: ImportedFiles
  writer: Parameters<typeof writePost>[4]
  /** Keys of items → the line of the first item with that key. */
  lines: Map<string, number>
}

async function importItem(item: WxrItem, run: Run): Promise<ItemReport> {
  const key = itemKey(item)
  const base = { line: item.line, id: item.id, key, type: item.type, title: item.title, locale: null }
  const nothing = { dropped: {}, simplified: {}, missing: [], unreadable: [] }
  if (SKIPPED_STATUS.has(item.status)) {
    return { ...base, ...nothing, outcome: 'skipped', notes: [`status ${item.status}`] }
  }
  const firstLine = run.lines.get(key)
  if (firstLine !== undefined) {
    const reason = `has the same number and global id as the item at line ${firstLine}, which was taken`
    return { ...base, ...nothing, outcome: 'failed', notes: [reason] }
  }
  run.lines.set(key, item.line)
  const known = await knownItem(item, run.writer.origin)
  /* An article that was imported before keeps its language, because its address and its readers depend on it. */
  const locale = known?.locale ?? itemLocale(item, run.fixedLocale)
  try {
    const draft = await draftItem(item, locale, run.writer.survey, run.files, run.writer.now)
    const outcome = await writeDraft(item, locale, draft, known, run)
    const { dropped, simplified, missing, unreadable } = draft.losses
    return {
      ...base,
      locale,
      outcome,
      notes: [...languageNotes(item, locale, run.fixedLocale), ...draft.notes],
      dropped: Object.fromEntries(dropped),
      simplified: Object.fromEntries(simplified),
      missing: [...missing],
      unreadable: [...unreadable].map(([url, reason]) => ({ url, reason })),
    }
  } catch (error) {
    run.writer.filing.forget()
    const expected = expectedAmong(error)
    const reason = expected ? errorWords(expected, 'en') : reasonOf(error)
    return { ...base, ...nothing, locale, outcome: 'failed', notes: [reason] }
  }
}

type Known = { hash: string | null; locale: Locale | null }

async function knownItem(item: WxrItem, origin: string): Promise<Known | null> {
  const kind = item.type === 'page' ? 'page' : 'article'
  const known = await findOrigin(reader(), { origin, kind, key: itemKey(item) })
  return known && { hash: known.hash, locale: await localeOf(reader(), kind, known.refId) }
}

function languageNotes(item: WxrItem, locale: Locale, fixedLocale: Locale | undefined): string[] {
  const mark = fixedLocale ? null : foreignMark(item)
  return [
    ...(fixedLocale && fixedLocale !== locale ? [`is here in "${locale}" already, and stays so`] : []),
    ...(mark ? [`marked as "${mark}", which is no language of this site: taken for "${locale}"`] : []),
  ]
}

async function writeDraft(
  item: WxrItem,
  locale: Locale,
  draft: ItemDraft,
  known: Known | null,
  { dryRun, files, writer }: Run,
): Promise<Outcome> {
  if (known?.hash === draft.hash) return 'unchanged'
  if (dryRun) return known ? 'updated' : 'new'
  if (item.type === 'page') return write(tx => writePage(tx, item, locale, draft, writer))
  const drawn = draft.lead?.media ? null : await files.art(itemKey(item), writer.filing.glazeFor(item.terms))
  return write(tx => writePost(tx, item, locale, { ...draft, drawn }, writer))
}

/* The first content of a newsroom gives the newsroom its name. */
async function prepare(actor: Actor, survey: Survey, replaceDemo: boolean): Promise<void> {
  openDatabase()
  await write(async tx => {
    const before = await makeRoom(tx, actor, replaceDemo)
    if (before === 'own') return
    const name = survey.site.title || 'Arab Press'
    const names = { name, tagline: '', description: '' }
    await saveSiteIn(tx, actor, { names: { ar: names, en: names } })
  })
}

function notImported(survey: Survey): Record<string, number> {
  const types = [...survey.counts.byType].filter(
    ([type]) => !IMPORTED_TYPES.has(type) && type !== 'attachment',
  )
  return {
    ...Object.fromEntries(types),
    ...(survey.counts.comments > 0 ? { comments: survey.counts.comments } : {}),
  }
}
