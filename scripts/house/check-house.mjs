/* Checks what no linter of ours knows: who may import whom, and the few things that pages must not do. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawingFaults } from './house-drawing.mjs'
import { climbing, findImports, isForbiddenImport } from './house-imports.mjs'
import { settingBreaches } from './house-settings.mjs'
import { circleText, findCircles } from './import-circles.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const FOLDERS = [
  'addresses',
  'app',
  'bench',
  'body',
  'cli',
  'components',
  'db',
  'domain',
  'e2e',
  'enhance',
  'errors',
  'i18n',
  'outside',
  'request',
  'server',
  'settings',
  'testing',
]

const DRAWING = 'docs/architecture.md'

const isReaders = file =>
  /^(app|components)\//.test(file) && !/\/newsroom\//.test(file) && !file.startsWith('components/newsroom/')
/* A browser asks this site; the newsroom's pages are fetched over a socket; the load of a bench is its own. */
const mayConnect = file => /^(outside|enhance|bench)\/|^server\/[^/]+\/forward\.ts$/.test(file)
const isOutside =
  (...folders) =>
  file =>
    !folders.some(folder => file.startsWith(folder))

/* Each rule: where it holds, what must not be there, and what to do instead. */
const RULES = [
  {
    applies: file => isOutside('i18n/', 'enhance/')(file) && file !== 'settings/setting-kinds.ts',
    pattern: /\.toLocale(Date|Time)?String\(|\bIntl\.[A-Z]\w+/,
    instead: 'format in i18n/, where locale and time zone are always named',
  },
  { applies: isReaders, pattern: /\bstyle=\{/, instead: 'use a class: the policy forbids style attributes' },
  {
    applies: isReaders,
    pattern: /['"]use client['"]/,
    instead: "readers' pages ship no framework script; see enhance/",
  },
  {
    applies: isReaders,
    pattern: /\bnotFound\(/,
    instead: 'return <Missing/> and say answer({ status: 404 })',
  },
  { applies: isReaders, pattern: /['"]next\/(image|link|script|dynamic)['"]/, instead: 'write plain markup' },
  { applies: isReaders, pattern: /<Suspense\b/, instead: 'await it: the HTML is complete when it leaves' },
  {
    applies: file =>
      !['components/theme/ThemeScript.tsx', 'components/structured-data/StructuredData.tsx'].includes(file),
    pattern: /dangerouslySetInnerHTML/,
    instead: 'render components',
  },
  {
    applies: isOutside('db/'),
    pattern: /from ['"](drizzle-orm|better-sqlite3)|\bsql`/,
    instead: 'write the query under db/queries',
  },
  {
    applies: () => true,
    pattern: /^(export )?const \w+: (Record<string, |\{ \[\w+: string\])[^=]*(=>[^=]*)?= \{/,
    instead: 'make it a Map: an object also has a "constructor", which somebody may ask for',
  },
  {
    applies: () => true,
    pattern: /(\(|!|&& |\|\| |\? |return |= )[a-z]\w*(\.\w+)* in [a-z]\w*(\.\w+)*\b(?! [a-z])/i,
    instead: 'ask Object.hasOwn: every object has a "constructor"',
  },
  {
    applies: file => !mayConnect(file),
    pattern:
      /(?<!\.)\bfetch\(|\bglobalThis\.fetch\b|\b(https?|http2|net|tls)\.(request|get|connect|createConnection)\(|\{[^}]*\b(request|get|connect|createConnection)\b[^}]*\} from ['"](node:)?(https?|http2|net|tls)['"]|from ['"](undici|axios|got|node-fetch)['"]/,
    instead:
      'ask other hosts through requestOutside of outside/, which bounds it and refuses private addresses',
  },
]

/** Every breach, as `file:line: sentence`. */
export function findBreaches() {
  const files = FOLDERS.flatMap(filesIn)
  const programs = [...filesIn('scripts'), ...fs.readdirSync(root)].filter(file =>
    /\.(mjs|js|ts)$/.test(file),
  )
  const breaches = files.flatMap(file => [
    ...nameBreaches(file),
    ...(/\.css$/.test(file) ? styleBreaches(file) : []),
    ...(/\.tsx?$/.test(file) ? codeBreaches(file) : []),
    ...(/\.mjs$/.test(file) ? importBreaches(file, read(file), isForbiddenImport) : []),
  ])
  const settings = [...files.filter(isCode), ...programs].flatMap(file =>
    settingBreaches(file, withoutComments(read(file))),
  )
  const imports = files.filter(isCode).flatMap(file => findImports(file, read(file)))
  const drawing = drawingFaults(
    read(DRAWING),
    imports.filter(({ file }) => !isTest(file)),
  )
  return [
    ...breaches,
    ...settings,
    ...circleBreaches(imports),
    ...drawing.map(({ line, text }) => `${DRAWING}:${line}: ${text}`),
  ]
}

/* A test may look into every room. */
const isTest = file => file.startsWith('e2e/') || /\.(test|testing|d)\.tsx?$/.test(file)
const isCode = file => /\.(tsx?|mjs)$/.test(file)

function filesIn(folder) {
  return list(path.join(root, folder)).map(file => path.relative(root, file).split(path.sep).join('/'))
}

function circleBreaches(imports) {
  return findCircles(imports).map(circle => {
    const [{ file, line }] = circle
    return `${file}:${line}: a circle of imports: ${circleText(circle)}`
  })
}

function nameBreaches(file) {
  const breaches = []
  if (/(^|\/)(utils?|helpers?|lib|common)\//.test(file))
    breaches.push(`${file}:1: name the folder after its subject`)
  if (/(^|\/)index\.tsx?$/.test(file))
    breaches.push(`${file}:1: no barrels; name the file after what it exports`)
  if (/(^|\/)loading\.tsx$/.test(file) && isReaders(file))
    breaches.push(`${file}:1: readers' pages do not stream`)
  return breaches
}

function codeBreaches(file) {
  const source = read(file)
  if (isTest(file)) return importBreaches(file, source, climbing)
  const lines = withoutComments(source).split('\n')
  const forbidden = RULES.filter(rule => rule.applies(file)).flatMap(({ pattern, instead }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${instead}`] : [])),
  )
  const imports = importBreaches(file, source, isForbiddenImport)
  const isElement = file.startsWith('enhance/') && source.includes('extends HTMLElement')
  const isSilentEnhancement = isElement && !source.includes('Why this needs script:')
  return [
    ...forbidden,
    ...imports,
    ...(isSilentEnhancement ? [`${file}:1: open with "Why this needs script:"`] : []),
  ]
}

function importBreaches(file, source, judge) {
  return findImports(file, source).flatMap(found => {
    const reason = judge(found)
    return reason ? [`${file}:${found.line}: ${reason}`] : []
  })
}

/* A rule for one direction needs a comment that says why, on it or above it. */
function styleBreaches(file) {
  const lines = read(file).split('\n')
  return lines.flatMap((line, index) => {
    const isDirectional = /\[dir\s*[=|~^$*\]]|:dir\(/.test(line)
    const isExplained = [lines[index - 1], line].some(near => near?.includes('*/'))
    return isDirectional && !isExplained
      ? [`${file}:${index + 1}: say in a comment why the direction matters`]
      : []
  })
}

const read = file => fs.readFileSync(path.join(root, file), 'utf8')

function withoutComments(source) {
  const blank = text => text.replace(/[^\n]/g, ' ')
  return source.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/.*$/gm, blank)
}

function list(folder) {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? list(file) : [file]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = findBreaches()
  if (breaches.length > 0) {
    process.stderr.write(`${breaches.join('\n')}\n`)
    process.exitCode = 1
  }
}
