import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseBody } from '#body/parse-body.ts'
import { bodyText } from '#body/plain-text.ts'
import { fewPropertyWords, propertyNames, propertyWords } from '#testing/odd-words.testing.ts'
import { htmlToBody } from './html-to-body.ts'
import { exportOf, itemOf, TriedImport } from './import.testing.ts'
import { Losses } from './losses.ts'
import { plainText } from './plain-text.ts'

let tried: TriedImport

beforeEach(() => {
  tried = new TriedImport()
})
afterEach(() => tried.end())

function convert(html: string) {
  const losses = new Losses()
  const context = { picture: () => ({ media: 7, source: null }), video: () => 8, attachment: () => undefined }
  const body = htmlToBody(html, { losses, locale: 'en', href: raw => raw, ownPictures: () => [], ...context })
  return { text: bodyText(parseBody(body)), losses }
}

it('keeps the words inside an element or a shortcode that has the name of a property', () => {
  for (const name of propertyWords) {
    const { text } = convert(
      `<p>before <${name} ${name}="x" __proto__="y">inside ${name}</${name}> after [gallery ${name}="x" __proto__=y] [${name} a="b"]</p>`,
    )
    expect(text).toMatch(/^before/)
    /* Some are names of real elements that go, as <search> or <link> do. */
    if (!/^(link|source|input|map|object)$/.test(name)) expect(text).toContain('after')
  }
})

it('leaves a reference to an unknown character as it is', () => {
  for (const name of [...propertyWords, '__proto__']) expect(plainText(`a &${name}; b`)).toBe(`a &${name}; b`)
})

it('takes in an export in which everything has such a name', { timeout: 120_000 }, async () => {
  const items = fewPropertyWords.map((name, index) =>
    itemOf({
      title: name,
      'wp:post_id': String(index + 100),
      'wp:post_name': name,
      guid: `https://old.example/?p=${index + 100}`,
      'content:encoded': `${name} [${name}]`,
    }),
  )
  const head = propertyNames
    .filter(name => /^[a-z_]\w*$/i.test(name))
    .map(
      name =>
        `<${name}>x</${name}><wp:tag><wp:tag_slug>${name}</wp:tag_slug><wp:tag_name>${name}</wp:tag_name></wp:tag>`,
    )
  await tried.run(exportOf(items, head.join('\n')))
  const rows = await tried.rows('SELECT headline FROM articles')
  expect(rows.map(({ headline }) => headline).sort()).toEqual([...fewPropertyWords].sort())
})
