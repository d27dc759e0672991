import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/house-style.md', 'utf8')
const texts = [...globSync('demo/**/ar.md'), ...globSync('demo/**/*.yaml'), 'messages/ar.json'].map(path => ({
  path,
  text: readFileSync(path, 'utf8'),
}))

/* English stories quote Arabic in paragraphs of its own and in marked words. */
const quoted = globSync('demo/**/en.md').map(path => ({
  path,
  text: readFileSync(path, 'utf8')
    .split('\n')
    .map(line => (/^\p{Script=Arabic}/u.test(line) ? line : (line.match(/:ar\[[^\]]*\]/gu) ?? []).join(' ')))
    .join('\n'),
}))

const unwritten = [...page.matchAll(/^\| [^|]+ \| ([^|]*[ء-ي][^|]*) \|$/gmu)].flatMap(([, words = '']) =>
  words.split('،').map(word => word.trim()),
)

/* Lines that are found, with their files, so that a failure says where to look. */
function linesWith(pattern: RegExp, { isTable = true, among = texts } = {}): string[] {
  return among.flatMap(({ path, text }) =>
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

  /*
   * Between other letters the same letters are another word. A conjunction, a preposition and the article may precede it,
   * the ending of a case, a number or an owner may follow.
   */
  it.each(unwritten)('does not write «%s»', word => {
    const letters = String.raw`[\p{L}\p{M}]`
    const isAfterPlace = word === 'أثناء' ? '(?<!في (?:هذه )?)' : ''
    expect(
      linesWith(
        new RegExp(
          `(?<!${letters})${isAfterPlace}(?:[وف]?(?:[بك]?ال|لل|[بلك])?)${word}(?:ًا|ون|ين|ان|و|ه|ها|هم|نا)?(?!${letters})`,
          'u',
        ),
        { among: [...texts, ...quoted] },
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
    expect(linesWith(/(?:منها|منهم) (?:[3-9]|10)(?![\d%]|[.,]\d)/u, { isTable: false })).toEqual([])
  })

  it('writes numbers from eleven on as figures, but for ordinals and after the article', () => {
    const tens =
      'عشرون|عشرين|ثلاثون|ثلاثين|أربعون|أربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين'
    const units = 'أحد|إحدى|اثنا|اثني|اثنتا|اثنتي|ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني|ثمانية|تسعة?'
    const inside = String.raw`(?<=[^.؟!:\-] )(?<!(?:^|["«]|[.؟!:\-] )(?:${units}) )[وفبل]?`
    const words = new RegExp(
      `${inside}(?:(?:(?:${units}) و)?(?:${tens})|(?:${units}) عشرة?)(?![\\p{L}\\p{M}])`,
      'u',
    )
    expect(linesWith(words)).toEqual([])
  })

  it('begins no sentence with a figure', () => {
    const isName = /^[^:]+: (?:headline:|title:|[-|#]|\d+\. )/u
    expect(
      linesWith(/(?:^|^standfirst: "|caption="|^\s+ar: "|[.؟!] )\d+(?![.:\d])/u).filter(
        line => !isName.test(line),
      ),
    ).toEqual([])
    expect(linesWith(/^- \d+ /u)).toEqual([])
  })

  it('writes round thousands with their word, and other thousands with a comma', () => {
    expect(linesWith(/\d,000(?!\d)/u, { isTable: false })).toEqual([])
    const counted = 'نانومتر|متر|كيلومتر|دولار|كيلوغرام|عام|سنة|ساعة|دقيقة|صفحة|ورقة'
    expect(linesWith(new RegExp(`(?<![\\d,.])\\d{4} (?:${counted})`, 'u'))).toEqual([])
  })

  it('puts a Hijri month behind its day in the genitive', () => {
    expect(linesWith(/\d ذو /u)).toEqual([])
  })

  it('asks with هل, and begins a question after a condition with its particle', () => {
    expect(linesWith(/(?:سأل|تسأل|نسأل|عرف)[\p{L}\p{M}]*(?: [\p{L}\p{M}]+){0,3} إن كان/u)).toEqual([])
    expect(linesWith(/(?:^|[\s*«])(?:إن|إذا|لو) [^.؟،:]+، هل /u)).toEqual([])
  })

  it('sets the stop outside the quotation marks and no space before a mark', () => {
    expect(linesWith(/[.،؛]»/u)).toEqual([])
    expect(linesWith(/[^>] [،؛؟]/u)).toEqual([])
    expect(linesWith(/«[^»]*«/u)).toEqual([])
  })

  it('aligns no column of figures in the middle', () => {
    const centred = texts.filter(({ path, text }) => !path.includes('cup-') && /^\|.*:---:/mu.test(text))
    expect(centred.map(({ path }) => path)).toEqual([])
  })
})
