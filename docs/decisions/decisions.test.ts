import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = path.resolve('docs/decisions')
const index = fs.readFileSync(path.join(folder, 'README.md'), 'utf8')
const files = fs.readdirSync(folder).filter(name => /^\d{3}-.*\.md$/.test(name))

describe('the index of decisions', () => {
  it.each(files)('names %s by its number and its title', file => {
    const [title = ''] = fs.readFileSync(path.join(folder, file), 'utf8').split('\n')
    const [, number, words] = /^# (\d{3}) (.+)$/.exec(title) ?? []
    expect(file.startsWith(`${number}-`)).toBe(true)
    expect(index).toContain(`| [${number}](${file}) | ${words} |`)
  })

  it('names nothing that is not there', () => {
    const named = [...index.matchAll(/\]\((\d{3}-[^)]+)\)/g)].map(match => match[1])
    expect(named.toSorted()).toEqual(files.toSorted())
  })
})
