import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/house-style.md', 'utf8')
const texts = [...globSync('demo/**/ar.md'), ...globSync('demo/**/*.yaml'), 'messages/ar.json'].map(path => ({
  path,
  text: readFileSync(path, 'utf8'),
}))

const unwritten = [...page.matchAll(/^\| [^|]+ \| ([^|]*[ء-ي][^|]*) \|$/gmu)].flatMap(([, words = '']) =>
  words.split('،').map(word => word.trim()),
)

/* Lines that are found, with their files, so that a failure says where to look. */
function linesWith(pattern: RegExp, { isTable = true } = {}): string[] {
  return texts.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter(line => (isTable || !line.startsWith('|')) && pattern.test(line))
      .map(line => `${path}: ${line.trim()}`),
  )
}

describe('the house style, in the words of the site and of the demonstration', () => {
  it('has words to avoid', () => {
    expect(unwritten.length).toBeGreaterThan(40)
  })

  /* Between other letters the same letters are another word; a conjunction, a preposition and the article may precede. */
  it.each(unwritten)('does not write «%s»', word => {
    const letters = String.raw`[\p{L}\p{M}]`
    const isAfterPlace = word === 'أثناء' ? '(?<!في (?:هذه )?)' : ''
    expect(
      linesWith(
        new RegExp(`(?<!${letters})${isAfterPlace}(?:[وف]?(?:[بك]?ال|لل|[بلك])?)${word}(?!${letters})`, 'u'),
      ),
    ).toEqual([])
  })

  it('writes tanwin before its alef, with the shadda of a nisba', () => {
    const others = 'مشيًا|مؤذيًا|ناديًا|منتهيًا|مشتريًا|غاليًا|ثانيًا|تفاديًا|عاليًا|كافيًا|جاريًا|ماضيًا'
    expect(linesWith(/ا\u064b/u)).toEqual([])
    expect(linesWith(new RegExp(`(?<!\\p{L})(?!(?:[وفبل])?(?:${others}))[\\p{L}\\p{M}]+يًا`, 'u'))).toEqual([])
  })

  it('writes ranges in tables with an en dash, and in texts with words', () => {
    const isQuotedOrScore = /^> |\d-\d(?:[*،. |]| أو| بركلات)/u
    const ranges = linesWith(/\d-\d/).filter(line => !isQuotedOrScore.test(line.replace(/^[^:]+: /, '')))
    expect(ranges).toEqual([])
  })

  it('writes numbers to ten as words', () => {
    const large = 'آلاف|ملايين|مليارات'
    const counted = new RegExp(
      String.raw`(?<!رقم |الرقم |[\d.,:/–+\-A-Za-z])(?:[3-9]|10) (?!${large}|أعوام،|دقائق و\d)(?=\p{L}{3,})(?!أكثر|في|عند)`,
      'u',
    )
    const isRunning = (line: string) =>
      !/: \s*(?:\d+\. |- |contact:|portrait|[a-z]+:.*(?:\+961|\{ art))/.test(line)
    expect(linesWith(counted, { isTable: false }).filter(isRunning)).toEqual([])
  })

  it('aligns no column of figures in the middle', () => {
    const centred = texts.filter(({ path, text }) => !path.includes('cup-') && /^\|.*:---:/mu.test(text))
    expect(centred.map(({ path }) => path)).toEqual([])
  })
})
