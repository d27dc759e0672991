import { z } from 'zod'
import { ExpectedError } from '#errors/expected-error.ts'

/** Everything in the archive stands in this folder, so that unpacking it by hand does not litter. */
export const ROOT = 'arab-press-backup/'
export const DATA = `${ROOT}data/`
export const MANIFEST = `${ROOT}manifest.json`

export const DATABASE = 'press.db'

/** Raised when an older program could not put such an archive back any more. */
const VERSION = 1

const fileFacts = z.strictObject({
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type FileFacts = z.infer<typeof fileFacts>

const manifestFormat = z.object({
  format: z.literal('arab-press-backup'),
  version: z.literal(VERSION),
  /** The moment from which everything is as it was. */
  madeAt: z.iso.datetime(),
  /** Version of the program that made it. */
  program: z.string(),
  engine: z.literal('sqlite'),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Table → how many rows it has. */
  rows: z.record(z.string(), z.int().nonnegative()),
  /** Rows that name others which were not there when it was made: it is to give back what was, not to judge it. */
  brokenReferences: z.array(z.string()),
  /** Name in the data folder → what the file must be. */
  files: z.record(z.string(), fileFacts),
})
export type Manifest = z.infer<typeof manifestFormat>

/** What is told of an archive, without its list of files. */
export type ArchiveFacts = Pick<Manifest, 'madeAt' | 'program' | 'migrations' | 'rows' | 'brokenReferences'>

export function newManifest(content: Omit<Manifest, 'format' | 'version' | 'engine'>): Manifest {
  return { format: 'arab-press-backup', version: VERSION, engine: 'sqlite', ...content }
}

/**
 * Reads the manifest of an archive.
 * @throws ExpectedError `backup` when it is none of ours, damaged, or of a newer program
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
