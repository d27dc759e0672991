import fs from 'node:fs'
import path from 'node:path'
import { messageId, returnPath } from './mail-token.ts'

export const testKey = Buffer.from('the key of the tests, 32 bytes..')
export const testDelivery = { edition: 12, subscriber: 90_417 }

const folder = path.join(import.meta.dirname, 'fixtures')

/** A mail of fixtures/, about a delivery whose token was made with a key. */
export function returnedMail(name: string, delivery = testDelivery, key = testKey): Buffer {
  const domain = 'bounces.news.example.org'
  const address = returnPath(delivery, { key, domain })
  const mail = fs
    .readFileSync(path.join(folder, `${name}.eml`), 'utf8')
    .replaceAll('UPPER_RETURN_PATH', address.toUpperCase())
    .replaceAll('RETURN_PATH', address)
    .replaceAll('MESSAGE_ID', messageId(delivery, { key, domain }))
  return Buffer.from(mail)
}

/** The names of all mails of fixtures/. */
export function returnedMails(): string[] {
  return fs.readdirSync(folder).map(file => path.basename(file, '.eml'))
}
