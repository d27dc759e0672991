import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import fs from 'node:fs/promises'
import { ExpectedError } from '#errors/expected-error.ts'

const LEAST_BITS = 1024

/**
 * Reads the private key that signs our mails.
 * @throws ExpectedError `mailKey` when the file cannot be read or holds no key of RSA, which all receivers understand
 */
export async function readDkimKey(file: string): Promise<KeyObject> {
  const pem = await fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ExpectedError(
      'mailKey.unreadable',
      { file, reason: error.code ?? error.message },
      { cause: error },
    )
  })
  const key = privateKey(pem)
  if (key === null) throw new ExpectedError('mailKey.none', { file })
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (key.asymmetricKeyType !== 'rsa' || bits < LEAST_BITS)
    throw new ExpectedError('mailKey.unusable', { file, kind: key.asymmetricKeyType ?? '', bits })
  return key
}

function privateKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem)
  } catch {
    return null
  }
}

/** The public half of a key, in base64, as a record of DKIM has it. */
export function publicHalf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key
  return half.export({ type: 'spki', format: 'der' }).toString('base64')
}
