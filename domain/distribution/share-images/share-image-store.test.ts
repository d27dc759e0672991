import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MEDIA, mediaStore } from '#domain/media/files/media-store.ts'
import type { MediaStore } from '#domain/media/files/store-contract.ts'
import { shareImageFile, storeShareImage } from './share-image-store.ts'

describe('the share images that are kept', () => {
  let dataDir: string
  let media: MediaStore

  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'share-image-store-'))
    media = mediaStore(dataDir)
  })
  afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

  const there = (stem: string, name: string) =>
    fs.existsSync(path.join(dataDir, MEDIA, shareImageFile(stem, name)))

  it('are one a page, and leave those of other pages alone', async () => {
    /* Some of these share a folder, and the first is a prefix of others. */
    const stems = Array.from({ length: 300 }, (_, index) => `share-ar-story-${index + 1}`)
    for (const stem of stems) await storeShareImage(media, stem, `${stem}-0000000001.jpg`, Buffer.from('1'))
    await storeShareImage(media, 'share-ar-story-1', 'share-ar-story-1-0000000002.jpg', Buffer.from('2'))
    expect(there('share-ar-story-1', 'share-ar-story-1-0000000001.jpg')).toBe(false)
    expect(there('share-ar-story-1', 'share-ar-story-1-0000000002.jpg')).toBe(true)
    for (const stem of stems.slice(1)) expect(there(stem, `${stem}-0000000001.jpg`)).toBe(true)
  })

  it('are bounded: the oldest of a folder go first', async () => {
    const stem = 'share-ar-story-1'
    const folder = path.join(dataDir, MEDIA, path.dirname(shareImageFile(stem, 'x')))
    fs.mkdirSync(folder, { recursive: true })
    for (let age = 1; age <= 80; age++) {
      const file = path.join(folder, `share-en-story-${age}-0000000001.jpg`)
      fs.writeFileSync(file, 'x')
      fs.utimesSync(file, 1_000_000 - age, 1_000_000 - age)
    }
    await storeShareImage(media, stem, `${stem}-0000000001.jpg`, Buffer.from('1'))
    const left = fs.readdirSync(folder)
    expect(left).toHaveLength(64)
    expect(left).toContain(`${stem}-0000000001.jpg`)
    expect(left).toContain('share-en-story-1-0000000001.jpg')
    expect(left).not.toContain('share-en-story-80-0000000001.jpg')
  })
})
