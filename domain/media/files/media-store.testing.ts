/* For tests: the contract of every media store. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MediaStore, StoredMedia } from './store-contract.ts'

const picture = 'originals/0123456789abcdef0123.jpg'
const bytes = (text: string) => Buffer.from(text)

/** Tests a store that is empty each time. */
export function mediaStoreContract(what: string, open: () => Promise<MediaStore>): void {
  describe(what, () => {
    let store: MediaStore
    let folder: string

    beforeEach(async () => {
      store = await open()
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-store-'))
    })
    afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

    const contentOf = (name: string) => buffer(store.open(name))
    const listed = async (name: string) => {
      const found: StoredMedia[] = []
      for await (const file of store.list(name)) found.push(file)
      return found.map(file => file.name).sort()
    }

    it('gives back what was put there', async () => {
      const begun = Date.now()
      await store.put(picture, bytes('a picture'))
      expect(await contentOf(picture)).toEqual(bytes('a picture'))
      const found = await store.stat(picture)
      expect(found).toMatchObject({ name: picture, bytes: 9 })
      expect(Math.abs((found?.changedAt.getTime() ?? 0) - begun)).toBeLessThan(60_000)
    })

    it('takes the place of what has that name', async () => {
      await store.put(picture, bytes('the first'))
      await store.put(picture, bytes('and the second'))
      expect(await contentOf(picture)).toEqual(bytes('and the second'))
      expect(await listed('originals')).toEqual([picture])
    })

    it('takes a file over, which is gone where it was', async () => {
      const file = path.join(folder, 'film')
      fs.writeFileSync(file, 'a film')
      await store.put('videos/film.mp4', { path: file })
      expect(await contentOf('videos/film.mp4')).toEqual(bytes('a film'))
      expect(fs.existsSync(file)).toBe(false)
    })

    it('keeps a file of no bytes', async () => {
      await store.put(picture, bytes(''))
      expect(await store.stat(picture)).toMatchObject({ bytes: 0 })
      expect(await contentOf(picture)).toEqual(bytes(''))
    })

    it('gives the part that was asked for', async () => {
      await store.put(picture, bytes('0123456789'))
      expect(String(await buffer(store.open(picture, { start: 2, end: 5 })))).toBe('2345')
      expect(String(await buffer(store.open(picture, { start: 9, end: 9 })))).toBe('9')
    })

    it('knows nothing of what is not there', async () => {
      expect(await store.stat(picture)).toBeNull()
      expect(await store.stat('originals')).toBeNull()
      await expect(contentOf(picture)).rejects.toThrow()
      expect(await listed('originals')).toEqual([])
      await expect(store.remove(picture)).resolves.toBeUndefined()
    })

    it('lists what is in a folder, and below it, and nothing else', async () => {
      const names = ['renditions/01/a-320.avif', 'renditions/0f/b-320.webp']
      for (const name of [...names, picture]) await store.put(name, bytes(name))
      expect(await listed('renditions')).toEqual(names)
      expect(await listed('renditions/01')).toEqual([names[0]])
      expect(await listed('videos')).toEqual([])
    })

    it('takes away what it is told to', async () => {
      await store.put(picture, bytes('x'))
      await store.remove(picture)
      expect(await store.stat(picture)).toBeNull()
    })

    it('hands a file to whoever needs one on this machine', async () => {
      await store.put(picture, bytes('x'))
      expect(await store.onDisk(picture, async file => fs.readFileSync(file, 'utf8'))).toBe('x')
    })

    it('is never seen half written by those who read meanwhile', async () => {
      const [one, other] = [Buffer.alloc(200_000, 'a'), Buffer.alloc(200_000, 'b')]
      await store.put(picture, one)
      const put = (async () => {
        for (let time = 0; time < 10; time++) await store.put(picture, time % 2 ? one : other)
      })()
      for (let time = 0; time < 20; time++) {
        const found = await contentOf(picture)
        expect(found.equals(one) || found.equals(other)).toBe(true)
      }
      await put
    })

    it.each(['../outside', 'originals/../../outside', '/etc/passwd', 'originals//a', 'originals\\..\\a', ''])(
      'refuses %j, which is no name',
      async name => {
        await expect((async () => store.put(name, bytes('x')))()).rejects.toThrow(/no name/)
        await expect((async () => store.stat(name))()).rejects.toThrow(/no name/)
        expect(() => store.open(name)).toThrow(/no name/)
      },
    )
  })
}
