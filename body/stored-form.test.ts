import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { parseBody } from './parse-body.ts'

/* Every kind of block that bodies had before blocks knew languages, as it is stored under everybody's hashes. */
const stored = [
  '{"content":[{"text":"a","type":"text"},{"type":"hardBreak"},{"text":"b","type":"text"}],"type":"paragraph"}',
  '{"attrs":{"level":2},"content":[{"text":"a","type":"text"}],"type":"heading"}',
  '{"content":[{"content":[{"content":[{"text":"a","type":"text"}],"type":"paragraph"}],"type":"listItem"}],"type":"bulletList"}',
  '{"attrs":{"start":7},"content":[{"content":[{"type":"paragraph"}],"type":"listItem"}],"type":"orderedList"}',
  '{"attrs":{"cite":null,"lang":null},"content":[{"content":[{"text":"a","type":"text"}],"type":"paragraph"}],"type":"blockquote"}',
  '{"attrs":{"cite":"b"},"content":[{"content":[{"text":"a","type":"text"}],"type":"paragraph"}],"type":"pullQuote"}',
  '{"attrs":{"language":null},"content":[{"text":"a","type":"text"}],"type":"codeBlock"}',
  '{"attrs":{"caption":null},"content":[{"content":[{"attrs":{"align":null,"colspan":1,"rowspan":1},"content":[{"type":"paragraph"}],"type":"tableCell"}],"type":"tableRow"}],"type":"table"}',
  '{"type":"horizontalRule"}',
  '{"attrs":{"alt":"","credit":null,"href":null,"media":3,"source":null},"type":"figure"}',
  '{"content":[{"attrs":{"alt":"","credit":null,"href":null,"media":3,"source":null},"type":"figure"}],"type":"gallery"}',
  '{"attrs":{"media":null,"poster":null,"title":"a","url":"https://example.org/"},"type":"video"}',
]
const doc = (block: string) => `{"content":[${block}],"type":"doc"}`

describe('a stored body', () => {
  it.each(stored)('has the very same canonical JSON as ever: %s', block => {
    expect(canonicalJson(parseBody(JSON.parse(doc(block))))).toBe(doc(block))
  })

  it('has it too when an editor names a language and a direction that are none', () => {
    for (const block of stored) {
      const json = JSON.parse(block) as { type: string; attrs?: object }
      const attrs = {
        ...(['horizontalRule', 'gallery'].includes(json.type) ? {} : { lang: null, dir: null }),
        ...json.attrs,
      }
      const body = parseBody({ type: 'doc', content: [{ ...json, attrs }] })
      expect(canonicalJson(body)).toBe(doc(block))
    }
  })

  it('keeps a language and a direction that say something', () => {
    const block =
      '{"attrs":{"dir":"ltr","lang":"en"},"content":[{"text":"a","type":"text"}],"type":"paragraph"}'
    expect(canonicalJson(parseBody(JSON.parse(doc(block))))).toBe(doc(block))
  })
})
