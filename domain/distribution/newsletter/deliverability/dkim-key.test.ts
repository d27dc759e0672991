import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { publicHalf, readDkimKey } from './dkim-key.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-dkim-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'spki') =>
  key.export({ type: type as 'pkcs8', format: 'pem' }) as string

function file(content: string): string {
  const name = path.join(folder, 'dkim.pem')
  fs.writeFileSync(name, content)
  return name
}

it.each(['pkcs8', 'pkcs1'] as const)('a key in a file of the form %s is read', async type => {
  const key = await readDkimKey(file(pem(privateKey, type)))
  expect(publicHalf(key)).toBe(publicKey.export({ type: 'spki', format: 'der' }).toString('base64'))
})

it.each([
  ['nothing', '', 'holds no private key'],
  ['a public key', pem(publicKey, 'spki'), 'holds no private key'],
  ['a key of another kind', pem(generateKeyPairSync('ed25519').privateKey, 'pkcs8'), 'of the kind ed25519'],
  [
    'a short key',
    pem(generateKeyPairSync('rsa', { modulusLength: 768 }).privateKey, 'pkcs8'),
    'with 768 bits',
  ],
])('%s is refused in a line', async (_, content, words) => {
  expect(await refusal(file(content))).toContain(words)
})

it('a file that is not there is refused in a line', async () => {
  expect(await refusal(path.join(folder, 'none.pem'))).toContain('(ENOENT)')
})

async function refusal(name: string): Promise<string> {
  try {
    await readDkimKey(name)
  } catch (error) {
    if (isExpected(error, 'mailKey')) return errorWords(error, 'en')
    throw error
  }
  throw new Error('It was not refused')
}
