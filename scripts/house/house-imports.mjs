import nodePath from 'node:path'

/** The leaves that every room may import. ALLOWED says which of the others a leaf may import. */
export const LEAVES = ['addresses', 'body', 'errors', 'i18n', 'settings']

/** The rooms, and what each may import; 'type:' allows types only. A room may always import from itself. */
export const ALLOWED = {
  app: [...LEAVES, 'components', 'domain', 'db/queries', 'request', 'messages', 'type:db/shapes'],
  components: [...LEAVES, 'messages', 'request/slots', 'type:db/queries', 'type:db/shapes'],
  domain: [...LEAVES, 'db', 'outside'],
  server: [...LEAVES, 'domain', 'db', 'request', 'messages'],
  cli: [...LEAVES, 'domain', 'db', 'package.json'],
  bench: [...LEAVES, 'domain', 'db', 'scripts'],
  db: ['body', 'errors', 'i18n', 'settings'],
  outside: LEAVES,
  request: LEAVES,
  addresses: ['errors', 'i18n'],
  body: ['errors'],
  errors: ['type:messages'],
  i18n: ['errors', 'messages', 'settings'],
  settings: ['errors'],
  enhance: [],
}

/** The imports of our own files in a file: the path of each, its line, and whether only types come. */
export function findImports(file, source) {
  const pattern =
    /\b(import|export)\b\s*(type\b)?([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g
  return [...source.matchAll(pattern)].flatMap(match => {
    const [text, , typeWord, names = '', from, bare] = match
    const specifier = from ?? bare
    if (!specifier || !/^[.#]/.test(specifier)) return []
    const line = source.slice(0, match.index + text.indexOf(specifier)).split('\n').length
    const named = specifier.startsWith('#')
      ? specifier.slice(1)
      : nodePath.posix.join(nodePath.posix.dirname(file), specifier)
    const target = named.replace(/\.tsx?$/, '')
    const isTypeOnly = typeWord !== undefined || hasOnlyTypes(names)
    return [{ file, specifier, path: named, target, line, isTypeOnly }]
  })
}

/** A sentence about an import that climbs out of its folder; null for any other. */
export function climbing({ specifier, target }) {
  if (!specifier.startsWith('..')) return null
  return `${specifier}: name the room (#${target}); only a file beside or below is relative`
}

/** A sentence about an import that the house does not allow; null when it may be. */
export function isForbiddenImport({ file, specifier, target, isTypeOnly }) {
  const climbs = climbing({ specifier, target })
  if (climbs) return climbs
  const folder = file.split('/')[0]
  if (folder !== 'bench' && /\.testing$/.test(target)) return `${target} is test code`
  const past = isTypeOnly ? null : pastTheVerbs(file, target)
  if (past) return past
  const allowed = ALLOWED[folder]
  if (!allowed || within(target, folder)) return null
  if (allowed.some(name => within(target, name))) return null
  const typed = allowed.filter(name => name.startsWith('type:')).map(name => name.slice(5))
  if (!typed.some(name => within(target, name))) return `${folder}/ may not import ${target}`
  return isTypeOnly ? null : `${folder}/ may import only types from ${target}`
}

/*
 * Only a verb checks a permission and leaves an audit entry, so only verbs write what the newsroom writes. Made-up
 * newsrooms to measure with are written in bulk.
 */
const WRITERS = ['domain/editorial', 'bench', 'db']

/* A sentence about an import that would write past the verbs; null for any other. */
function pastTheVerbs(file, target) {
  if (within(target, 'db/queries/writing') && !WRITERS.some(name => within(file, name)))
    return `${target} is for the verbs of domain/editorial: call one of them`
  if (target === 'db/schema/tables' && !within(file, 'db'))
    return `${target}: write the query under db/queries`
  return null
}

export const within = (target, folder) => target === folder || target.startsWith(`${folder}/`)

/* `import { type A, type B } from` */
function hasOnlyTypes(names) {
  const list = /\{([^}]*)\}/.exec(names)?.[1]
  if (list === undefined || /^\s*\w/.test(names)) return false
  return list
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
    .every(name => name.startsWith('type '))
}
