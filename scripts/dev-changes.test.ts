import { describe, expect, it } from 'vitest'
import { changedFiles, needsRestart } from './dev-changes.mjs'

const pages = new Set([
  'db/open.ts',
  'db/queries/front.ts',
  'domain/editorial/publishing/tags.ts',
  'request/answer.ts',
  'settings/settings.ts',
])

describe('a change while the server runs in development', () => {
  it.each([
    'db/queries/front.ts',
    'domain/editorial/publishing/tags.ts',
    'request/answer.ts',
    'messages/ar.json',
  ])('of %s comes with the next page', file => {
    expect(needsRestart(file, pages)).toBe(false)
  })

  it.each([
    'server/edge.ts',
    'domain/discovery/search/suggest.ts',
    'db/queries/schedules.ts',
    'db/open.ts',
    'db/sqlite/open-sqlite.ts',
    'settings/settings.ts',
  ])('of %s starts the server anew', file => {
    expect(needsRestart(file, pages)).toBe(true)
  })

  it('is found by when files were written', () => {
    const { changed, times } = changedFiles(new Map(), [import.meta.filename])
    expect(changed).toEqual([import.meta.filename])
    expect(changedFiles(times, [import.meta.filename]).changed).toEqual([])
  })
})
