import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSettings, settingNames } from './settings.ts'

/* Each setting of .env.example; one that is commented out has no value there. */
const explained = new Map(
  [...fs.readFileSync('.env.example', 'utf8').matchAll(/^(#?)([A-Z][A-Z_]+)=(.*)$/gm)].map(
    ([, comment, name = '', value]) => [name, comment ? undefined : value],
  ),
)

const ROOMS = ['app', 'cli', 'components', 'db', 'domain', 'i18n', 'outside', 'request', 'server', 'settings']

/* .env.example calls them reserved for a later version. */
const RESERVED = ['secret']

describe('every setting', () => {
  it('is explained in .env.example, and nothing else is', () => {
    expect([...explained.keys()].sort()).toEqual([...settingNames].sort())
  })

  it('has the value in .env.example that it has without one', () => {
    expect(parseSettings(Object.fromEntries(explained))).toEqual(parseSettings({}))
  })

  it('is among the settings that the program is given', () => {
    const read = new Set<string>()
    parseSettings(new Proxy({}, { get: (_, name) => void read.add(String(name)) }))
    expect([...read].sort()).toEqual([...settingNames].sort())
  })

  it('is read by a part of the program, unless it is reserved', () => {
    const sources = ROOMS.flatMap(sourcesIn)
      .filter(file => file !== path.join('settings', 'settings.ts'))
      .map(file => fs.readFileSync(file, 'utf8'))
      .filter(source => /settings\/settings\.ts|\.\/settings\.ts/.test(source))
    /* `settings().port`, or `{ port }` and `{ port: at }`. */
    const isRead = (name: string) =>
      sources.some(source => new RegExp(`\\.${name}\\b|[{,]\\s*${name}(: \\w+)?\\s*[,}]`).test(source))
    expect(Object.keys(parseSettings({})).filter(name => !isRead(name))).toEqual(RESERVED)
  })
})

function sourcesIn(room: string): string[] {
  if (!fs.existsSync(room)) return []
  return fs
    .readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.(test|testing)\./.test(name))
    .map(name => path.join(room, name))
}
