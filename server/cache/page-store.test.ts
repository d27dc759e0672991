import { describe, expect, it } from 'vitest'
import { makeCopy } from './page-copy.ts'
import { PageStore } from './page-store.ts'

const answer = {
  tags: new Set<string>(),
  beside: new Set<string>(),
  shows: new Set<number>(),
  until: null,
  fades: null,
  read: null,
  frames: new Set<string>(),
}
const copy = (key: string, status: number, bytes: number) =>
  makeCopy(
    {
      key,
      status,
      contentType: 'text/html',
      location: null,
      cacheControl: null,
      link: null,
      body: Buffer.alloc(bytes, key),
      answer,
      version: 1,
    },
    undefined,
    new Date(),
  )

describe('the store of pages', () => {
  it('stays within its bytes, and drops what was asked for the longest ago', () => {
    const store = new PageStore(1_000_000)
    for (let n = 0; n < 100; n++) {
      store.set(copy(`/${n}`, 200, 50_000))
      store.get('/0')
    }
    expect(store.bytes).toBeLessThanOrEqual(1_000_000)
    expect(store.get('/0')).toBeDefined()
    expect(store.get('/1')).toBeUndefined()
    expect(store.get('/99')).toBeDefined()
  })

  it('lets no flood of missing pages push out those that exist', () => {
    const store = new PageStore(1_000_000)
    store.set(copy('/real', 200, 50_000))
    for (let n = 0; n < 100; n++) store.set(copy(`/nothing/${n}`, 404, 50_000))
    expect(store.get('/real')).toBeDefined()
    expect(store.pages).toBeLessThan(5)
  })

  it('weighs a copy anew when it has taken another size, and holds one copy of a key', async () => {
    const store = new PageStore(1_000_000)
    const page = copy('/page', 200, 50_000)
    store.set(page)
    const plain = store.bytes
    await page.body.rendition('br')
    const packed = store.bytes
    expect(packed).toBeLessThan(plain)
    await page.body.rendition('gzip')
    const twice = store.bytes
    expect(twice).toBeGreaterThan(packed)
    await page.body.rendition('identity')
    expect(store.bytes).toBe(twice + 50_000)
    store.set(copy('/page', 404, 50_000))
    expect(store.pages).toBe(1)
    await page.body.improve()
    expect(store.bytes).toBe(plain)
  })

  it('gives back the very bytes of a page from either coding', async () => {
    for (const coding of ['br', 'gzip'] as const) {
      const { body } = copy('/page', 200, 50_000)
      await body.rendition(coding)
      expect(body.ready('identity')).toBeUndefined()
      expect((await body.rendition('identity')).bytes).toEqual(Buffer.alloc(50_000, '/page'))
    }
  })

  it('keeps the bytes and the date of a page that was rendered anew and is the same', async () => {
    const first = copy('/page', 200, 5000)
    await first.body.improve()
    const second = makeCopy(
      {
        key: '/page',
        status: 200,
        contentType: 'text/html',
        location: null,
        cacheControl: null,
        link: null,
        body: Buffer.alloc(5000, '/page'),
        answer,
        version: 2,
      },
      first,
      new Date(Date.now() + 60_000),
    )
    expect(second.lastModified).toBe(first.lastModified)
    expect(second.body).toBe(first.body)
    const plain = await second.body.rendition('identity')
    expect(plain.bytes).toEqual(Buffer.alloc(5000, '/page'))
  })
})
