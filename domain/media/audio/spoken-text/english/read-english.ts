import { toCardinal, toOrdinal } from 'n2words/en-GB'

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const START = String.raw`(?<![\p{L}\p{N}.,])`
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const MONTH = `${MONTHS.join('|')}|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?`
const SCALES = new Map([
  ...[
    ['k', 'thousand'],
    ['m', 'million'],
    ['mn', 'million'],
    ['bn', 'billion'],
    ['tn', 'trillion'],
  ],
  ...['thousand', 'million', 'billion', 'trillion'].map(word => [word, word]),
] as [string, string][])
const SCALE = [...SCALES.keys()].sort((a, b) => b.length - a.length).join('|')

/** English text with every figure, sign and abbreviation in words. */
export function readEnglish(text: string): string {
  /* A figure and the letters after it are two words: 5G. */
  let read = text.replace(/(\d)(?=\p{Lu})/gu, '$1 ')
  for (const step of [
    ...[abbreviations, dates, times, unitRanges, money, percents, units, ordinals, telephones],
    ...[scoresAndRanges, fractions, years, numbers, signs],
  ])
    read = step(read)
  return read
}

const ABBREVIATIONS: [RegExp, string][] = [
  [/\bDr\.?(?=\s\p{Lu})/gu, 'Doctor'],
  [/\bProf\.?(?=\s\p{Lu})/gu, 'Professor'],
  [/\bMr\.?(?=\s\p{Lu})/gu, 'Mister'],
  [/\bMrs\.?(?=\s\p{Lu})/gu, 'Missus'],
  [/\bMs\.?(?=\s\p{Lu})/gu, 'Miz'],
  /* Behind a name it is a street, before one a saint. */
  [/(?<=\p{Lu}\p{Ll}+\s)St\.?(?!\p{L}|\s\p{Lu})/gu, 'Street'],
  [/\bSt\.(?=\s\p{Lu})/gu, 'Saint'],
  [/\bGen\.(?=\s\p{Lu})/gu, 'General'],
  [/\bNo\.\s?(?=\d)/g, 'number '],
  [/\bNos\.\s?(?=\d)/g, 'numbers '],
  [/\bp\.\s?(?=\d)/g, 'page '],
  [/\bpp\.\s?(?=\d)/g, 'pages '],
  [/\be\.\s?g\.,?/gi, 'for example'],
  [/\bi\.\s?e\.,?/gi, 'that is'],
  [/\betc\.?/gi, 'and so on'],
  [/\bvs?\.(?=\s)/gi, 'versus'],
  [/\bapprox\.(?=\s)/gi, 'approximately'],
  [/\bc\.\s?(?=\d)/g, 'around '],
  [/\bet al\.?/g, 'and others'],
  [/\b(?:[A-Z]\.){2,}/g, ''],
]

function abbreviations(text: string): string {
  let read = text.replace(/\b(?:[A-Z]\.){2,}/g, letters => `${letters.replaceAll('.', ' ').trim()} `)
  for (const [pattern, words] of ABBREVIATIONS.slice(0, -1)) read = read.replace(pattern, words)
  /* Letters that are said one by one; names such as NATO are words. */
  return read.replace(
    /\b(?:US|UK|EU|UN|UAE|AI|TV|IT|GDP|DNA|CEO|BBC|USA|IMF|WHO|FIFA|UNHCR)\b(?!\$)/g,
    name => (name === 'FIFA' ? name : [...name].join(' ')),
  )
}

function dates(text: string): string {
  const whole = (d: string, m: string, y: string) =>
    `the ${nth(Number(d))} of ${MONTHS[Number(m) - 1]}, ${year(Number(y))}`
  const monthOf = (name: string) => MONTHS.find(month => month.startsWith(name.slice(0, 3))) ?? name
  return text
    .replace(rule(`${START}(\\d{4})-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\\d|3[01])(?!\\d)`), (_, y, m, d) =>
      whole(d, m, y),
    )
    .replace(rule(`${START}(0?[1-9]|[12]\\d|3[01])/(0?[1-9]|1[0-2])/(\\d{4})(?!\\d)`), (_, d, m, y) =>
      whole(d, m, y),
    )
    .replace(
      rule(
        `${START}(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\s(?:of\\s)?(${MONTH})(?:,?\\s(\\d{4})(?!\\d))?(?!\\p{L})`,
      ),
      (_, d, month, y) =>
        `the ${nth(Number(d))} of ${monthOf(month)}${y === undefined ? '' : ` ${year(Number(y))}`}`,
    )
    .replace(
      rule(
        `(?<!\\p{L})(${MONTH})\\s(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\d:%])(?:,?\\s(\\d{4})(?!\\d))?`,
      ),
      (_, month, d, y) =>
        `${monthOf(month)} the ${nth(Number(d))}${y === undefined ? '' : `, ${year(Number(y))}`}`,
    )
    .replace(
      rule(`(?<!\\p{L})(${MONTHS.join('|')})\\s(\\d{4})(?!\\d)`),
      (_, month, y) => `${month} ${year(Number(y))}`,
    )
}

function times(text: string): string {
  return text.replace(
    rule(
      `${START}([01]?\\d|2[0-3])[:.]([0-5]\\d)(?!\\d|[:.]\\d|%)(\\s?(?:a\\.?m\\.?|p\\.?m\\.?))?(?!\\p{L})`,
    ),
    (whole, hours, minutes, half) => {
      /* A point divides hours from minutes only before a.m. and p.m.; elsewhere it is a decimal. */
      if (!whole.includes(':') && half === undefined) return whole
      const said = half === undefined ? '' : /^\s?a/i.test(half) ? ' a m' : ' p m'
      return clock(Number(hours), Number(minutes)) + said
    },
  )
}

function clock(hour: number, minute: number): string {
  if (hour === 0 && minute === 0) return 'midnight'
  if (hour === 12 && minute === 0) return 'noon'
  if (minute === 0) return hour > 12 ? `${words(hour)} hundred hours` : `${words(hour)} o'clock`
  return `${hour === 0 ? 'zero' : words(hour)} ${minute < 10 ? `oh ${words(minute)}` : words(minute)}`
}

const CURRENCIES = new Map<string, [one: string, more: string]>([
  ['US$', ['dollar', 'dollars']],
  ['$', ['dollar', 'dollars']],
  ['USD', ['dollar', 'dollars']],
  ['A$', ['Australian dollar', 'Australian dollars']],
  ['C$', ['Canadian dollar', 'Canadian dollars']],
  ['€', ['euro', 'euros']],
  ['EUR', ['euro', 'euros']],
  ['£', ['pound', 'pounds']],
  ['¥', ['yen', 'yen']],
  ['AED', ['dirham', 'dirhams']],
  ['SAR', ['riyal', 'riyals']],
  ['QAR', ['riyal', 'riyals']],
  ['EGP', ['Egyptian pound', 'Egyptian pounds']],
  ['KWD', ['Kuwaiti dinar', 'Kuwaiti dinars']],
  ['JOD', ['Jordanian dinar', 'Jordanian dinars']],
  ['LBP', ['Lebanese pound', 'Lebanese pounds']],
])

function money(text: string): string {
  const currencySigns = [...CURRENCIES.keys()].map(sign => sign.replace('$', '\\$')).join('|')
  const say = (amount: string, scale: string | undefined, sign: string) => {
    const [one, more] = CURRENCIES.get(sign) ?? ['', '']
    const cents = /^([\d,]+)\.(\d{2})$/.exec(amount)
    if (cents && scale === undefined && /[$€£]/.test(sign)) {
      const [, whole = '', rest = ''] = cents
      const small = sign === '£' ? ['penny', 'pence'] : ['cent', 'cents']
      const part =
        Number(rest) === 0 ? '' : ` and ${words(Number(rest))} ${Number(rest) === 1 ? small[0] : small[1]}`
      return `${amountOf(whole)} ${numberOf(whole) === 1 ? one : more}${part}`
    }
    const inWords = `${amountOf(amount)}${scale === undefined ? '' : ` ${SCALES.get(scale)}`}`
    return `${inWords} ${numberOf(amount) === 1 && scale === undefined ? one : more}`
  }
  return text
    .replace(
      rule(`(?<![\\p{L}\\p{N}])(${currencySigns})\\s?(${NUMBER})(?:\\s?(${SCALE})(?!\\p{L}))?`),
      (_, sign, amount, scale) => say(amount, scale, sign),
    )
    .replace(
      rule(`${START}(${NUMBER})(?:\\s?(${SCALE}))?\\s?(${currencySigns})(?!\\p{L})`),
      (_, amount, scale, sign) => say(amount, scale, sign),
    )
}

/* «$5-10 million», «5-10%», «5–7 km»: the last figure keeps its sign. */
function unitRanges(text: string): string {
  const signs = ['%', ...UNITS.keys()].map(sign => sign.replace(/[$/]/g, '\\$&')).join('|')
  const before = [...CURRENCIES.keys()].map(sign => sign.replace('$', '\\$')).join('|')
  return text
    .replace(
      rule(`(?<![\\p{L}\\p{N}])(${before})\\s?(${NUMBER})\\s?[-–]\\s?(?:${before})?(?=${NUMBER})`),
      (_, sign, from) => `${amountOf(from)} to ${sign}`,
    )
    .replace(
      rule(`${START}(${NUMBER})\\s?[-–]\\s?(?=(?:${NUMBER})\\s?(?:${signs})(?![\\p{L}\\p{N}]))`),
      (_, from, ...rest) => `${amountOf(from)} ${isBehindBetween(rest) ? 'and' : 'to'} `,
    )
}

/* The last arguments of a replacement are the place of the match and the whole text. */
function isBehindBetween(rest: unknown[]): boolean {
  const [offset, whole] = rest.slice(-2) as [number, string]
  return /[Bb]etween\s$/.test(whole.slice(Math.max(0, offset - 10), offset))
}

function percents(text: string): string {
  return text.replace(
    rule(`${START}([-−+]?)(${NUMBER})\\s?%`),
    (_, sign, amount) => `${signed(sign)}${amountOf(amount)} per cent`,
  )
}

const UNITS = new Map<string, [one: string, more: string]>([
  ['km/h', ['kilometre an hour', 'kilometres an hour']],
  ['mph', ['mile an hour', 'miles an hour']],
  ['km²', ['square kilometre', 'square kilometres']],
  ['m²', ['square metre', 'square metres']],
  ['m³', ['cubic metre', 'cubic metres']],
  ['km', ['kilometre', 'kilometres']],
  ['m', ['metre', 'metres']],
  ['cm', ['centimetre', 'centimetres']],
  ['mm', ['millimetre', 'millimetres']],
  ['kg', ['kilogram', 'kilograms']],
  ['°C', ['degree Celsius', 'degrees Celsius']],
  ['°F', ['degree Fahrenheit', 'degrees Fahrenheit']],
  ['°', ['degree', 'degrees']],
  ['kWh', ['kilowatt hour', 'kilowatt hours']],
  ['MW', ['megawatt', 'megawatts']],
  ['GW', ['gigawatt', 'gigawatts']],
  ['GB', ['gigabyte', 'gigabytes']],
  ['MB', ['megabyte', 'megabytes']],
  ['ha', ['hectare', 'hectares']],
])

function units(text: string): string {
  const names = [...UNITS.keys()].sort((a, b) => b.length - a.length).join('|')
  return text
    .replace(
      rule(`${START}([-−]?)(${NUMBER})\\s?(${names})(?![\\p{L}\\p{N}²³/])`),
      (_, sign, amount, unit) => {
        const [one, more] = UNITS.get(unit) ?? ['', '']
        return `${signed(sign)}${amountOf(amount)} ${numberOf(amount) === 1 ? one : more}`
      },
    )
    .replace(
      rule(`${START}(${NUMBER})\\s?(mn|bn|tn|k)(?!\\p{L})`),
      (_, amount, scale) => `${amountOf(amount)} ${SCALES.get(scale)}`,
    )
}

function ordinals(text: string): string {
  return text.replace(rule(`${START}(\\d{1,3}(?:,\\d{3})*|\\d+)(?:st|nd|rd|th)(?!\\p{L})`), (_, number) =>
    nth(numberOf(number)),
  )
}

function telephones(text: string): string {
  const groups = String.raw`(?:[\s-]?\d{1,4})+`
  return text.replace(
    rule(
      `${START}(?:\\d{3}-)?\\d{3}-\\d{4}(?![\\d%-])|${START}(?:\\+|00)\\d{1,3}${groups}(?![\\d%])|${START}0\\d{1,2}${groups}(?![\\d%]|\\.\\d)`,
    ),
    whole => {
      const digits = whole.replace(/\D/g, '')
      if (digits.length < 6) return whole
      return (whole.startsWith('+') ? 'plus ' : '') + spell(digits)
    },
  )
}

function scoresAndRanges(text: string): string {
  return text.replace(
    rule(`${START}(${NUMBER})\\s?([-–—])\\s?(${NUMBER})(?![\\d–/-])(?=(\\s\\p{L}+)?)`),
    (_, from, dash, to, next, ...rest) => {
      const [offset, whole] = rest.slice(-2) as [number, string]
      const isYears = /^\d{4}$/.test(from) && /^(?:\d{2}|\d{4})$/.test(to)
      const isAfterWord = /(?:from|between)\s$/.test(whole.slice(0, offset))
      if (isYears) return `${year(Number(from))} to ${to.length === 2 ? words(Number(to)) : year(Number(to))}`
      const isScore = dash === '-' && numberOf(from) < 200 && numberOf(to) < 200 && !/s$/.test(next ?? '')
      return `${amountOf(from)} ${isScore || !isAfterWord ? 'to' : /between\s$/.test(whole.slice(0, offset)) ? 'and' : 'to'} ${amountOf(to)}`
    },
  )
}

const FRACTIONS = new Map([
  ...[
    ['½', 'a half'],
    ['1/2', 'a half'],
    ['⅓', 'a third'],
    ['1/3', 'a third'],
    ['⅔', 'two thirds'],
    ['2/3', 'two thirds'],
  ],
  ...[
    ['¼', 'a quarter'],
    ['1/4', 'a quarter'],
    ['¾', 'three quarters'],
    ['3/4', 'three quarters'],
  ],
] as [string, string][])

function fractions(text: string): string {
  return text
    .replace(
      rule(`${START}(\\d+)\\s?([½⅓⅔¼¾])`),
      (_, whole, sign) => `${amountOf(whole)} and ${FRACTIONS.get(sign)}`,
    )
    .replace(/[½⅓⅔¼¾]/g, sign => FRACTIONS.get(sign) ?? sign)
    .replace(rule(`${START}([123]/[234])(?![\\d/])`), (whole, sign) => FRACTIONS.get(sign) ?? whole)
    .replace(
      rule(`${START}((?:19|20)\\d\\d)/((?:19|20)?\\d\\d)(?![\\d/])`),
      (_, first, second) => `${year(Number(first))} ${year(Number(second))}`,
    )
    .replace(
      rule(`${START}(\\d+)/(\\d+)(?![\\d/])`),
      (_, over, under) => `${amountOf(over)} over ${amountOf(under)}`,
    )
}

/* Thousands have a comma; four figures without one are a year. */
function years(text: string): string {
  return text
    .replace(rule(`${START}(1[1-9]\\d0|20\\d0)s(?!\\p{L})`), (_, number) => decade(Number(number)))
    .replace(rule(`${START}'?(\\d0)s(?!\\p{L})`), (_, number) => plural(words(Number(number))))
    .replace(
      rule(
        `${START}(1[1-9]\\d\\d|20\\d\\d)(?![\\d,.]\\d|\\d|\\p{L}|\\s(?:metres|kilometres|people|miles|feet|tonnes|tons))`,
      ),
      (_, number) => year(Number(number)),
    )
}

function numbers(text: string): string {
  return text
    .replace(rule(`${START}([-−+]?)(${NUMBER})(?!\\d)`), (_, sign, amount) => signed(sign) + amountOf(amount))
    .replace(/\d+/g, digits => ` ${amountOf(digits)} `)
}

function signs(text: string): string {
  return text
    .replace(/%/g, ' per cent ')
    .replace(/\s&\s/g, ' and ')
    .replace(/\+/g, ' plus ')
    .replace(/[$€£¥]/g, sign => ` ${CURRENCIES.get(sign)?.[1] ?? ''} `)
    .replace(/\s[-–—−]\s|—/g, ', ')
    .replace(/–/g, ' to ')
    .replace(/°/g, ' degrees ')
    .replace(/[²³@]/g, ' ')
    .replace(/\//g, ' ')
}

const rule = (pattern: string) => new RegExp(pattern, 'gu')
const numberOf = (amount: string) => Number(amount.replaceAll(',', ''))
const words = (number: number) => toCardinal(number)
const nth = (number: number) => toOrdinal(number)
const spell = (digits: string) => [...digits].map(digit => words(Number(digit))).join(' ')
const signed = (sign: string) => (sign === '-' || sign === '−' ? 'minus ' : sign === '+' ? 'plus ' : '')
const plural = (word: string) => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`)

function amountOf(amount: string): string {
  const [whole = '', fraction] = amount.replaceAll(',', '').split('.')
  if (whole.length > 15 || /^0\d/.test(whole)) return spell(whole + (fraction ?? ''))
  return fraction === undefined ? words(Number(whole)) : `${words(Number(whole))} point ${spell(fraction)}`
}

/** «twenty twenty-six», «nineteen oh five», «two thousand and nine». */
function year(number: number): string {
  const [century, rest] = [Math.floor(number / 100), number % 100]
  if (number < 1100 || number > 2099 || (number >= 2000 && number < 2010)) return words(number)
  if (rest === 0) return `${words(century)} hundred`
  return `${words(century)} ${rest < 10 ? `oh ${words(rest)}` : words(rest)}`
}

function decade(number: number): string {
  if (number === 2000) return 'two thousands'
  const rest = number % 100
  return rest === 0
    ? `${words(number / 100)} hundreds`
    : `${words(Math.floor(number / 100))} ${plural(words(rest))}`
}
