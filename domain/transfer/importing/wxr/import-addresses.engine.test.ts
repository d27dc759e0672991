import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findNewPath } from '#domain/discovery/old-addresses/find-new-path.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { exportOf, itemOf, TriedImport } from './import.testing.ts'

let tried: TriedImport

beforeEach(() => {
  tried = new TriedImport()
})

afterEach(() => tried.end())

const leadsTo = (path: string, query = '') => findNewPath(path, new URLSearchParams(query))

describe('old addresses of an import', () => {
  it('lead on although the export wrote them with a doubled slash', async () => {
    await tried.run(exportOf([itemOf({ 'wp:post_id': '1', link: 'https://old.example//greek/%CE%B5-2/' })]))
    expect(await leadsTo('/greek/%CE%B5-2')).toMatchObject({ path: expect.stringContaining('/en/quays/') })
  })

  it('are missing of a draft, and gone of what was withdrawn', async () => {
    const draft = itemOf({ 'wp:post_id': '1', 'wp:status': 'draft', link: 'https://old.example/draft/' })
    await tried.run(exportOf([draft, itemOf({ 'wp:post_id': '2', link: 'https://old.example/shown/' })]))
    expect(await leadsTo('/draft')).toBeNull()
    const [article] = await tried.rows("SELECT id, revision FROM articles WHERE status = 'published'")
    await withdraw(systemActor('test'), {
      articleId: Number(article?.id),
      revision: Number(article?.revision),
    })
    expect(await leadsTo('/shown')).toBe('gone')
  })
})
