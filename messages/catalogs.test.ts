import { describe, expect, it } from 'vitest'
import ar from './ar.json'
import en from './en.json'

type Catalog = { [key: string]: string | Catalog }

function entries(catalog: Catalog, path = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : entries(value, `${path}${key}.`),
  )
}

const arabic = new Map(entries(ar as Catalog))
const english = new Map(entries(en as Catalog))

/** The branches of every plural argument of a message: `{count, plural, one {…} other {…}}`. */
function plurals(message: string): Map<string, string>[] {
  return [...message.matchAll(/\{\s*\w+\s*,\s*plural\s*,/g)].map(start => {
    const branches = new Map<string, string>()
    const rest = message.slice((start.index ?? 0) + start[0].length)
    let depth = 0
    let name = ''
    let text = ''
    for (const character of rest) {
      if (character === '{' && depth++ === 0) continue
      if (character === '}') {
        if (depth === 0) break
        if (--depth === 0) {
          branches.set(name.trim(), text)
          name = ''
          text = ''
          continue
        }
      }
      if (depth === 0) name += character
      else text += character
    }
    return branches
  })
}

/* The text of a plural form stands in braces too, but is no argument. */
const argumentsOf = (message: string) => {
  const heads = message.replace(/\b(?:zero|one|two|few|many|other)\s*\{/g, ' ')
  return [...new Set([...heads.matchAll(/\{\s*(\w+)/g)].map(match => match[1] ?? ''))].sort()
}

/** The words of a message, without the syntax of its arguments. */
const bare = (message: string) =>
  message
    .replace(/\{\s*\w+\s*,\s*(?:plural|select)\s*,/g, '')
    .replace(/\b(?:zero|one|two|few|many|other)\s*\{/g, ' ')
    .replace(/\{\s*\w+\s*\}/g, '0')
    .replace(/<\/?\w+>/g, '')
    .replace(/[{}]/g, '')

describe('message catalogs', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...arabic.keys()].sort())
  })

  it('have no empty message', () => {
    for (const [key, message] of [...arabic, ...english]) expect(message.trim(), key).not.toBe('')
  })

  it('take the same arguments in both languages', () => {
    for (const [key, message] of arabic) {
      expect(argumentsOf(english.get(key) ?? ''), key).toEqual(argumentsOf(message))
    }
  })

  it('have all six plural forms in Arabic, and no digit in one and two', () => {
    for (const [key, message] of arabic) {
      for (const branches of plurals(message)) {
        expect([...branches.keys()].sort(), key).toEqual(['few', 'many', 'one', 'other', 'two', 'zero'])
        expect(branches.get('one'), key).not.toContain('#')
        expect(branches.get('two'), key).not.toContain('#')
      }
    }
  })

  it('have the plural forms of English', () => {
    for (const [key, message] of english) {
      for (const branches of plurals(message))
        expect([...branches.keys()], key).toEqual(expect.arrayContaining(['one', 'other']))
    }
  })

  it('have no Latin punctuation after Arabic letters, and no space before Arabic punctuation', () => {
    for (const [key, message] of arabic) {
      const text = bare(message)
      expect(text, key).not.toMatch(/[\u0600-\u06ff]\s*[,;?]/)
      expect(text, key).not.toMatch(/\s[،؛؟]/)
    }
  })

  it('write tanween before the alef, and no tatweel but in the abbreviation of Hijri', () => {
    for (const [key, message] of arabic) {
      expect(message, key).not.toMatch(/اً/)
      expect(message.replaceAll('هـ', ''), key).not.toContain('\u0640')
    }
  })

  /* Names of services stand in their own script everywhere. */
  const names =
    /WhatsApp|Telegram|Facebook|RSS|YouTube|Vimeo|\bX\b|Arab Press|English|HTML|WCAG|JPEG|PNG|WebP|AVIF|GIF|MP3|MP4|WebM/g

  it('have no English in Arabic and no Arabic in English', () => {
    for (const [key, message] of arabic)
      expect(bare(message).replace(names, ''), key).not.toMatch(/[A-Za-z]{2,}/)
    for (const [key, message] of english) {
      expect(bare(message).replaceAll('العربية', '').replaceAll('عرب برس', ''), key).not.toMatch(
        /[\u0600-\u06ff]/,
      )
    }
  })
})
