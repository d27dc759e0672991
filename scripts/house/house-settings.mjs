import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/* .env.example explains every setting; a test of settings/ holds it to the table there. */
const example = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../.env.example')
const NAMES = [...fs.readFileSync(example, 'utf8').matchAll(/^#?([A-Z][A-Z_]+)=/gm)]
  .map(([, name]) => name)
  .join('|')

/* `process.env.PORT` and `process.env['PORT']`, but not where a program sets it for another one. */
const MEMBER = `process\\.env(?:\\.|\\[['"])(?:${NAMES})\\b(?!['"\\]]*\\s*(?:\\?\\?)?=(?!=))`
/* `{ PORT, HOST: host } = process.env` */
const DESTRUCTURED = `\\{[^{}]*\\b(?:${NAMES})\\b[^{}]*\\}\\s*=\\s*process\\.env\\b`
const READ = new RegExp(`${MEMBER}|${DESTRUCTURED}`, 'g')

/** Where a program reads a setting from the environment by itself, as `file:line: sentence`. */
export function settingBreaches(file, source) {
  if (file.startsWith('settings/') || /\.(test|testing)\.tsx?$/.test(file)) return []
  return [...source.matchAll(READ)].map(({ index, 0: text }) => {
    const line = source.slice(0, index + text.search(/\S/)).split('\n').length
    return `${file}:${line}: ask settings() for it, which validates it and knows its default`
  })
}
