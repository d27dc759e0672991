import { z } from 'zod'
import { ExpectedError } from '#errors/expected-error.ts'

/** Everything in the archive is below this folder, so that unpacking it by hand does not litter. */
export const ROOT = 'arab-press-backup/'
export const DATA = `${ROOT}data/`
export const MANIFEST = `${ROOT}manifest.json`

export const DATABASE = 'press.db'

/** Raise this when an older program could no longer restore such an archive. */
const VERSION = 1

const fileFacts = z.strictObject({
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type FileFacts = z.infer<typeof fileFacts>

const manifestFormat = z.object({
  format: z.literal('arab-press-backup'),
  version: z.literal(VERSION),
  /** The moment whose state the backup has. */
  madeAt: z.iso.datetime(),
  /** Version of the program that made it. */
  program: z.string(),
  engine: z.literal('sqlite'),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Table → number of rows. */
  rows: z.record(z.string(), z.int().nonnegative()),
  /**
   * Rows that referred to missing ones when the backup was made. A backup restores what there was and does not judge
   * it.
   */
  brokenReferences: z.array(z.string()),
  /** Name in the data folder → size and hash of the file. */
  files: z.record(z.string(), fileFacts),
})
export type Manifest = z.infer<typeof manifestFormat>

/** The facts about an archive, without its list of files. */
export type ArchiveFacts = Pick<Manifest, 'madeAt' | 'program' | 'migrations' | 'rows' | 'brokenReferences'>

export function newManifest(content: Omit<Manifest, 'format' | 'version' | 'engine'>): Manifest {
  return { format: 'arab-press-backup', version: VERSION, engine: 'sqlite', ...content }
}

/**
 * Parses the manifest of an archive.
 * @throws ExpectedError `backup` when it is not one of Arab Press, damaged, or of a newer program
 */
export function parseManifest(text: string): Manifest {
  const json = parsed(text)
  const head = z.object({ format: z.literal('arab-press-backup'), version: z.int() }).safeParse(json)
  if (!head.success) throw new ExpectedError('backup.notOurs')
  if (head.data.version > VERSION)
    throw new ExpectedError('backup.newer.format', { found: head.data.version, known: VERSION })
  const whole = manifestFormat.safeParse(json)
  if (whole.success) return whole.data
  throw new ExpectedError('backup.damaged.manifest')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
