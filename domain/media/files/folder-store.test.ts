import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderStore } from './folder-store.ts'
import { mediaStoreContract } from './media-store.testing.ts'

let root: string
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-folder-store-'))
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

mediaStoreContract('a folder that keeps media', async () => folderStore(path.join(root, 'media')))

describe('a folder', () => {
  const names = async () => {
    const found: string[] = []
    for await (const { name } of folderStore(root).list('videos')) found.push(name)
    return found
  }

  it('leaves no draft behind, and shows none of those who were killed', async () => {
    const store = folderStore(root)
    await store.put('videos/a.mp4', Buffer.from('x'))
    expect(fs.readdirSync(path.join(root, 'videos'))).toEqual(['a.mp4'])
    fs.writeFileSync(path.join(root, 'videos/b.mp4.1-2.tmp'), 'x')
    expect(await names()).toEqual(['videos/a.mp4'])
  })

  /* Linux has a disk in memory; elsewhere there is no second disk to test with. */
  it.skipIf(!fs.existsSync('/dev/shm'))('takes a file over from another disk', async () => {
    const folder = fs.mkdtempSync('/dev/shm/press-folder-store-')
    const film = path.join(folder, 'film')
    const content = Buffer.alloc(300_000, 'film')
    fs.writeFileSync(film, content)
    await folderStore(root).put('videos/a.mp4', { path: film })
    expect(fs.readFileSync(path.join(root, 'videos/a.mp4')).equals(content)).toBe(true)
    expect(fs.readdirSync(folder)).toEqual([])
    fs.rmSync(folder, { recursive: true })
  })

  it('may have its videos on another disk, and goes round in no circle', async () => {
    fs.mkdirSync(path.join(root, 'elsewhere'))
    fs.writeFileSync(path.join(root, 'elsewhere/a.mp4'), 'x')
    fs.symlinkSync(path.join(root, 'elsewhere'), path.join(root, 'videos'))
    fs.symlinkSync(root, path.join(root, 'elsewhere/back'))
    expect(await names()).toContain('videos/a.mp4')
    expect((await names()).length).toBeLessThan(4)
  })
})
