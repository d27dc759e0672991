import { ExpectedError } from '#errors/expected-error.ts'
import { DATA, MANIFEST, ROOT } from './manifest.ts'

type Place = { kind: 'manifest' } | { kind: 'folder' } | { kind: 'file'; name: string }

/**
 * The place of an archive's entry. Anybody can make an archive, so an entry that would leave the folder, or is not a
 * plain file, is refused.
 * @throws ExpectedError `backup.entry` or `backup.notOurs`
 */
export function entryPlace({ name, type }: { name: string; type?: string | null }): Place {
  const quoted = JSON.stringify(name)
  if (type !== 'file' && type !== 'directory')
    throw new ExpectedError('backup.entry.kind', { name: quoted, kind: type ?? 'thing of no kind' })
  const segments = name.replace(/\/$/, '').split('/')
  const isUnsafe = segments.some(segment => ['', '.', '..'].includes(segment)) || /[\\\p{Cc}]/u.test(name)
  if (isUnsafe) throw new ExpectedError('backup.entry.outside', { name: quoted })
  if (type === 'directory') return { kind: 'folder' }
  if (name === MANIFEST) return { kind: 'manifest' }
  if (name.startsWith(DATA)) return { kind: 'file', name: name.slice(DATA.length) }
  throw name.startsWith(ROOT)
    ? new ExpectedError('backup.entry.unknown', { name: quoted })
    : new ExpectedError('backup.notOurs')
}
