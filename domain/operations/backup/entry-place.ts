import { BackupError, notOurs } from './backup-error.ts'
import { DATA, MANIFEST, ROOT } from './manifest.ts'

type Place = { kind: 'manifest' } | { kind: 'folder' } | { kind: 'file'; name: string }

/**
 * Where an entry of an archive belongs. Anybody can make an archive: what would leave the folder, or is no plain file,
 * is refused.
 * @throws BackupError
 */
export function entryPlace({ name, type }: { name: string; type?: string | null }): Place {
  if (type !== 'file' && type !== 'directory')
    throw refused(name, `it is a ${type ?? 'thing of no kind'}, and only files belong there`)
  const segments = name.replace(/\/$/, '').split('/')
  const isUnsafe = segments.some(segment => ['', '.', '..'].includes(segment)) || /[\\\p{Cc}]/u.test(name)
  if (isUnsafe) throw refused(name, 'it would lie outside of the folder')
  if (type === 'directory') return { kind: 'folder' }
  if (name === MANIFEST) return { kind: 'manifest' }
  if (name.startsWith(DATA)) return { kind: 'file', name: name.slice(DATA.length) }
  throw name.startsWith(ROOT) ? refused(name, 'this program does not know what it is') : notOurs()
}

function refused(name: string, reason: string): BackupError {
  return new BackupError(
    `It holds ${JSON.stringify(name)}, which \`press backup\` never writes: ${reason}. Do not trust it; take another backup.`,
  )
}
