import { createHash } from 'node:crypto'
import type { Body } from '#body/body.ts'
import { bodyText } from '#body/plain-text.ts'

type Told = { headline: string; standfirst: string; body: Body }

/** Hash of the words of an article. Another picture, link or topic leaves it as it is. */
export function textHash({ headline, standfirst, body }: Told): string {
  const words = [headline, standfirst, bodyText(body)].map(text =>
    text.normalize('NFC').replace(/\s+/g, ' ').trim(),
  )
  return createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 20)
}
