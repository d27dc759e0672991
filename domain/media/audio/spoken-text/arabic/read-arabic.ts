import {
  type CountedNoun,
  cardinal,
  counted,
  decimal,
  definite,
  dual,
  type Gender,
  MOST_SPOKEN,
  ordinal,
  spell,
} from './arabic-numbers.ts'
import { CURRENCIES, genderOf, isPlural, knownNoun, MINUTE, UNITS, type Unit } from './counted-nouns.ts'

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
/* Letters that are written together with the figure: «و28», «ب5», «لـ40». */
const START = String.raw`(?<![\p{L}\p{N}.,])(و?[بلكف]?)`
const END = String.raw`(?![\p{L}\p{N}])`
const MONTHS = [
  ['يناير', 'كانون الثاني'],
  ['فبراير', 'شباط'],
  ['مارس', 'آذار'],
  ['أبريل', 'نيسان'],
  ['مايو', 'أيار'],
  ['يونيو', 'حزيران'],
  ['يوليو', 'تموز'],
  ['أغسطس', 'آب'],
  ['سبتمبر', 'أيلول'],
  ['أكتوبر', 'تشرين الأول'],
  ['نوفمبر', 'تشرين الثاني'],
  ['ديسمبر', 'كانون الأول'],
]
const HIJRI =
  'محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذي القعدة|ذو القعدة|ذي الحجة|ذو الحجة'
const MONTH = `${MONTHS.flat().join('|')}|إبريل|أيلول|${HIJRI}`

const PREPOSITIONS =
  '(?:و|ف)?(?:[بل]?نحو|[بل]?حوالي|في|من|إلى|على|عن|منذ|حتى|بعد|قبل|خلال|بين|نحو|حوالي|قرابة|زهاء|مع|لدى|عند|تحت|فوق|دون|ضد|كل|ضمن|عام|سنة|عامي|طوال|إنّ?|أنّ?)'
/* «بسعر 20», «مدة 12»: a number in the genitive. */
const MEASURES =
  '[وف]?[بل]?(?:سعر|قيمة|نسبة|معد[ّ]?ل|متوس[ّ]?ط|طول|عمق|ارتفاع|سرعة|قوة|كلفة|تكلفة|مبلغ|مسافة|عدد|عمر|مدة|مساحة|وزن|فارق|أصل|بدل|نهاية|بداية|مطلع|منتصف|أوائل|أواخر|شتاء|صيف|خريف|ربيع)'
const AFTER_PREPOSITION = new RegExp(`(?:^|\\s)(?:${PREPOSITIONS}|${MEASURES})\\s$`)
/* «كلّف 20», «بلغ العدد 20»: a number as an object. A passive has its vowel mark, and its number is a subject. */
const VERBS =
  '[وف]?(?:(?:بلغ|كلّف|كلف|دفع|تجاوز|استغرق|ضمّ|ضم|شمل|سجّل|سجل|حقّق|حقق|أنفق|عمل|دام|انتظر|أنتج|استمرّ|استمر|تأخّر|تأخر)ت?|كانوا|[يت](?:بلغ|كلّف|كلف|دفع|تجاوز|ستغرق|ضمّ|ضم|شمل|سجّل|سجل|حقّق|حقق|نفق|عمل|دوم|نتظر|نتج|ستمرّ|ستمر|تأخّر|تأخر|شتري|خسر))'
const AFTER_OBJECT = new RegExp(`(?:^|\\s)${VERBS}\\s(?:[^\\s.،؛]+\\s){1,5}$`)
const AFTER_VERB = new RegExp(`(?:^|\\s)${VERBS}\\s(?:ال\\S+\\s)?$`)
/* «في القرن الحادي والعشرين»: what is ranked stands between. */
const AFTER_ITS_NOUN = new RegExp(`(?:^|\\s)${PREPOSITIONS}\\s\\S+\\s$`)
/* «بعد ست دقائق وأربعين ثانية»: the second of two. */
const AFTER_ANOTHER = new RegExp(`(?:^|\\s)${PREPOSITIONS}\\s(?:[^\\s.،؛]+\\s){1,4}$`)

type Place = { isOblique: boolean }

/** Arabic text with every figure, sign and abbreviation in words. The figures must be Western ones. */
export function readArabic(text: string): string {
  /* A figure and the letters after it are two words: 5G. */
  let read = text.replace(/(\d)(?=\p{Lu})/gu, '$1 ')
  for (const step of [
    ...[abbreviations, dates, times, unitRanges, money, percents, units, ordinals, ranks, telephones],
    ...[scoresAndRanges, fractions, years, numbers, signs],
  ])
    read = step(read)
  return read
}

function abbreviations(text: string): string {
  return text
    .replace(/(?<![\p{L}.])(و?[بلك]?)أ\.\s?د\.\s?(?=\p{L})/gu, '$1أستاذ دكتور ')
    .replace(/(?<![\p{L}.])(و?[بلك]?)د\.\s?(?=\p{L}{2})/gu, '$1دكتور ')
    .replace(/(?<![\p{L}.])(و?[بلك]?)م\.\s?(?=\p{L}{2})/gu, '$1مهندس ')
    .replace(/(?<![\p{L}.])(و?[بلك]?)أ\.\s?(?=\p{L}{2})/gu, '$1أستاذ ')
    .replace(/ص\.\s?ب\.?(?!\p{L})/gu, 'صندوق بريد')
    .replace(/ق\.\s?م\.?(?!\p{L})/gu, 'قبل الميلاد')
    .replace(/(?<!\p{L})إلخ(?!\p{L})\.*/gu, 'إلى آخره')
    .replace(/(\d)\s?هـ?(?!\p{L})/gu, '$1 للهجرة')
    .replace(/(?<=(?:^|\D)\d{4})\s?م\.?(?![\p{L}²³])/gu, ' للميلاد')
    .replace(/(\d{1,2}:\d{2})\s?ص(?!\p{L})/gu, '$1 صباحًا')
    .replace(/(\d{1,2}:\d{2})\s?م(?!\p{L})/gu, '$1 مساءً')
}

function dates(text: string): string {
  const day = (value: string) => ordinal(Number(value), 'masculine', true)
  const year = (value: string) => cardinal(Number(value), { gender: 'masculine', isOblique: true })
  const whole = (prefix: string, d: string, m: string, y: string) =>
    `${prefix}${joined(prefix, day(d))} من ${MONTHS[Number(m) - 1]?.[0]} ${year(y)}`
  return (
    text
      .replace(
        rule(`${START}(\\d{4})[-/](0?[1-9]|1[0-2])[-/](0?[1-9]|[12]\\d|3[01])${END}`),
        (_, prefix, y, m, d) => whole(prefix, d, m, y),
      )
      .replace(
        rule(`${START}(0?[1-9]|[12]\\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](\\d{4})${END}`),
        (_, prefix, d, m, y) => whole(prefix, d, m, y),
      )
      /* «10-12 مايو», «بين 10 و15 مايو»: the month belongs to both days. */
      .replace(
        rule(
          `${START}(0?[1-9]|[12]\\d|3[01])(\\s?[-–—]\\s?|\\s(?:و|أو\\s|إلى\\s|حتى\\s))(?=(?:0?[1-9]|[12]\\d|3[01])\\s(?:من\\s)?(?:${MONTH})(?!\\p{L}))`,
        ),
        (_, prefix, d, between, ...rest) => {
          if (!/[-–—]/.test(between)) return `${prefix}${joined(prefix, day(d))}${between}`
          return `${prefix}${opening(prefix, rest)}${joined(prefix, day(d))} ${link(rest)}`
        },
      )
      .replace(
        rule(
          `${START}(0?[1-9]|[12]\\d|3[01])\\s(?:من\\s)?(${MONTH})(\\/(?:${MONTH}))?(?:\\s(\\d{4}))?(?!\\p{L})`,
        ),
        (_, prefix, d, month, _other, y) =>
          `${prefix}${joined(prefix, day(d))} من ${month}${y === undefined ? '' : ` ${year(y)}`}`,
      )
      .replace(
        rule(`(${MONTH})(\\/(?:${MONTH}))?\\s(\\d{4})(?!\\p{L}|\\d)`),
        (_, month, _other, y) => `${month} ${year(y)}`,
      )
  )
}

/* «بالثاني والعشرين», «للثاني». */
function joined(prefix: string, definite: string): string {
  return prefix.endsWith('ل') ? definite.replace(/^ا/, '') : definite
}

/* «2:04:35» is a length of time: hours, minutes and seconds. */
function lengths(text: string): string {
  return text.replace(
    rule(`${START}(\\d{1,2}):([0-5]\\d):([0-5]\\d)(?!\\d|:)`),
    (_, prefix, hours, minutes, seconds, ...rest) => {
      const { isOblique } = placeOf(rest, prefix)
      const parts = [hours, minutes, seconds].flatMap((count, index) => {
        const unit = knownNoun(['ساعة', 'دقيقة', 'ثانية'][index] ?? '')
        return unit && Number(count) > 0 ? [counted(Number(count), unit, isOblique)] : []
      })
      return prefix + (parts.join(' و') || 'صفر ثانية')
    },
  )
}

/* «الساعة 9» names an hour. */
function hours(text: string): string {
  return text.replace(
    rule('(?<!\\p{L})(و?الساعة\\s)([1-9]|1\\d|2[0-3])(?!\\d|[.,:/-]\\d|\\s?%)'),
    (_, word, hour) => word + clock(Number(hour), 0, true, Number(hour) <= 12),
  )
}

function times(text: string): string {
  return hours(lengths(text)).replace(
    rule(
      `${START}([01]?\\d|2[0-3]):([0-5]\\d)(?!\\d|:)(\\s(?:صباحًا|صباحا|مساءً|مساء|ظهرًا|ظهرا|ليلًا|فجرًا|بعد))?`,
    ),
    (_whole, prefix, hours, minutes, said, ...rest) => {
      const { isOblique } = placeOf(rest, prefix)
      return (
        prefix +
        joined(prefix, clock(Number(hours), Number(minutes), isOblique, said !== undefined)) +
        (said ?? '')
      )
    },
  )
}

function clock(hour: number, minute: number, isOblique: boolean, isSaid: boolean): string {
  const isQuarterTo = minute === 45
  const shown = (isQuarterTo ? hour + 1 : hour) % 12 || 12
  const name = shown === 1 ? 'الواحدة' : ordinal(shown, 'feminine')
  const parts = [name]
  if (minute === 15) parts.push('والربع')
  else if (minute === 30) parts.push('والنصف')
  else if (isQuarterTo) parts.push('إلا ربعًا')
  else if (minute === 1) parts.push('ودقيقة')
  else if (minute > 0) parts.push(`و${counted(minute, MINUTE, isOblique)}`)
  if (!isSaid) parts.push(partOfDay(hour))
  return parts.join(' ')
}

function partOfDay(hour: number): string {
  if (hour < 4) return 'بعد منتصف الليل'
  if (hour < 12) return 'صباحًا'
  if (hour < 13) return 'ظهرًا'
  return hour < 17 ? 'بعد الظهر' : 'مساءً'
}

const SCALE_WORDS = 'ألف|آلاف|ألفًا|مليون|ملايين|مليونًا|مليار|مليارات|مليارًا|تريليون'

const SCALE = new RegExp(`^(?:${SCALE_WORDS})$`)

const LATIN_SCALES = new Map<string, number>([
  ...[['million', 6] as const, ['billion', 9] as const, ['trillion', 12] as const],
  ...[['mn', 6] as const, ['bn', 9] as const, ['tn', 12] as const, ['m', 6] as const, ['k', 3] as const],
])

/* «$1.5bn» is one thousand five hundred million, for which Arabic has whole numbers. */
function scaledUp(amount: string, scale: string): string | null {
  const [whole = '', fraction = ''] = amount.replaceAll(',', '').split('.')
  const zeros = (LATIN_SCALES.get(scale) ?? 0) - fraction.length
  return zeros < 0 ? null : String(Number(whole + fraction + '0'.repeat(zeros)))
}

function money(text: string): string {
  const signs = [...CURRENCIES.keys()].map(sign => sign.replace(/[.$]/g, '\\$&')).join('|')
  const say = (amount: string, scale: string | undefined, sign: string, isOblique: boolean) => {
    const noun = CURRENCIES.get(sign)
    if (!noun) return `${amount} ${sign}`
    /* A noun after «مليون» stands in the genitive. */
    if (scale) return `${numberWithNoun(amount, scale, isOblique, noun.one)} ${noun.one}`
    return quantity(amount, noun, isOblique)
  }
  return text
    .replace(
      rule(`${START}(${signs})\\s?(${NUMBER})\\s?(${[...LATIN_SCALES.keys()].join('|')})(?!\\p{L})`),
      (whole, prefix, sign, amount, scale, ...rest) => {
        const noun = CURRENCIES.get(sign)
        const value = scaledUp(amount, scale)
        return noun && value ? prefix + quantity(value, noun, placeOf(rest, prefix).isOblique) : whole
      },
    )
    .replace(
      rule(`${START}(${signs})\\s?(${NUMBER})(?:\\s?(${SCALE_WORDS})(?!\\p{L}))?`),
      (_, prefix, sign, amount, scale, ...rest) =>
        prefix + say(amount, scale, sign, placeOf(rest, prefix).isOblique),
    )
    .replace(
      rule(`${START}(${NUMBER})(?:\\s(${SCALE_WORDS}))?\\s?(${signs})(?!\\p{L})\\.?(?=\\s|$|[،؛.])`),
      (_, prefix, amount, scale, sign, ...rest) =>
        prefix + say(amount, scale, sign, placeOf(rest, prefix).isOblique),
    )
}

function percents(text: string): string {
  const say = (_: string, prefix: string, amount: string, ...rest: unknown[]) =>
    `${prefix}${plainNumber(amount, { gender: 'masculine', isOblique: placeOf(rest, prefix).isOblique })} في المئة`
  return text
    .replace(rule(`${START}([-−+]?(?:${NUMBER}))\\s?%`), say)
    .replace(rule(`${START}%\\s?([-−+]?(?:${NUMBER}))`), say)
}

function units(text: string): string {
  const signs = [...UNITS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(sign => sign.replace(/[/.]/g, '\\$&'))
    .join('|')
  return text.replace(
    rule(`${START}([-−]?(?:${NUMBER}))\\s?(${signs})(?![\\p{L}\\p{N}²³/])`),
    (whole, prefix, amount, sign, ...rest) => {
      const unit = UNITS.get(sign)
      if (!unit) return whole
      const { isOblique } = placeOf(rest, prefix)
      const said = quantity(amount, unit, isOblique)
      return prefix + said + tailOf(unit, amount, isOblique)
    },
  )
}

/* An adjective follows its noun in number and case; «في الساعة» stays. */
function tailOf({ tail }: Unit, amount: string, isOblique: boolean): string {
  if (tail === undefined) return ''
  if (typeof tail === 'string') return ` ${tail}`
  const whole = Number(amount.replace(/^[-−]/, '').replaceAll(',', '').split('.')[0])
  if (whole % 100 === 2 && !amount.includes('.')) return ` ${dual(tail.two, isOblique)}`
  const lastTwo = whole % 100
  return ` ${lastTwo >= 3 && lastTwo <= 10 ? tail.few : lastTwo >= 11 ? tail.many : tail.one}`
}

function ordinals(text: string): string {
  return text.replace(
    rule(`(?<![\\p{L}\\p{N}])(و?[بلك]?)ال(\\d{1,4})(?!\\d|[.,:/-]\\d)(?=(\\s\\p{L}+)?)`),
    (_, prefix, number, next, ...rest) => {
      const isOblique = placeOf(rest, prefix).isOblique || AFTER_ITS_NOUN.test(textBefore(rest))
      const before = lastWord(textBefore(rest))
      const value = Number(number)
      const isGroup = value > 10 && /^(?:مجموعة|قمة|دول|اجتماع)$/.test(before)
      /* «القرى الإحدى عشرة», «الاثنا عشر شهرًا» are counted; after one thing, the figure is its rank. */
      const isCounted = isPlural(before) || isCountedNext(next)
      if (isGroup) return `${prefix}${definite(cardinal(value, { gender: 'masculine', isOblique: true }))}`
      const gender = isPlural(before)
        ? genderOf(before.replace(/^ال/, ''))
        : genderOf((next ?? before).trim())
      const said = isCounted
        ? definite(cardinal(value, { gender, isOblique, hasNoun: isCountedNext(next) }))
        : ordinal(value, before.endsWith('ة') ? 'feminine' : 'masculine', isOblique)
      return prefix + joined(prefix, said)
    },
  )
}

const isCountedNext = (next?: string) => next !== undefined && knownNoun(next.trim()) !== null

/* «المرتبة 19», «المادة 51»: the figure behind a place in a row is its rank. */
function ranks(text: string): string {
  return text.replace(
    rule(
      '(?<!\\p{L})(و?[بك]?ال|و?لل)(مرتبة|مركز|دورة|جولة|قرن|طابق|مادة|نسخة|حلقة)\\s(\\d{1,2})(?![\\d%]|[.,:/–-]\\d)',
    ),
    (whole, article, noun, number, ...rest) => {
      if (Number(number) === 0) return whole
      const isOblique = /[بكل]ال$|لل$/.test(article) || AFTER_PREPOSITION.test(textBefore(rest))
      const gender: Gender = noun.endsWith('ة') ? 'feminine' : 'masculine'
      return `${article}${noun} ${ordinal(Number(number), gender, isOblique)}`
    },
  )
}

function telephones(text: string): string {
  const groups = String.raw`(?:[\s/-]?\d{1,4})+`
  return text.replace(
    rule(
      `(?<![\\p{L}\\p{N}.,:/-])\\d{2,3}-\\d{3}-?\\d{3,4}(?![\\d%-])|(?<![\\p{L}\\p{N}.,])(?:\\+|00)\\d{1,3}${groups}(?![\\d%])|(?<![\\p{L}\\p{N}.,])0\\d{1,2}${groups}(?![\\d%]|\\.\\d)`,
    ),
    whole => {
      const digits = whole.replace(/\D/g, '')
      if (digits.length < 6) return whole
      return (whole.startsWith('+') ? 'زائد ' : '') + spell(digits)
    },
  )
}

/* «10-12%», «5–7 كم»: the second figure keeps its sign, and both are read behind a preposition. */
function unitRanges(text: string): string {
  const signs = [...UNITS.keys(), ...CURRENCIES.keys(), '%'].map(sign => sign.replace(/[/.$]/g, '\\$&'))
  return text.replace(
    rule(`${START}(${NUMBER})\\s?[-–—]\\s?(?=(?:${NUMBER})\\s?(?:${signs.join('|')})(?!\\p{L}))`),
    (_, prefix, from, ...rest) => {
      const first = plainNumber(from, { gender: 'masculine', isOblique: true })
      return `${prefix}${opening(prefix, rest)}${first} ${link(rest)}`
    },
  )
}

/* «من» that is written already, or «بين», opens a range; behind «بين» its ends are joined by «و». */
const opening = (prefix: string, rest: unknown[]) =>
  prefix.endsWith('ب') || /(?:^|\s)و?(?:من|بين|ب?نسبة|خلال)\s$/.test(textBefore(rest)) ? '' : 'من '
const link = (rest: unknown[]) => (/(?:^|\s)و?بين\s$/.test(textBefore(rest)) ? 'و' : 'إلى ')

const SPORT =
  /مباراة|هدف|فوز|فاز|هزم|تعادل|نتيجة|ركلات|الشوط|الدوري|كأس|فريق|منتخب|نادي|المرمى|شباك|ملعب|انتهت|سجّ?ل|خسر|تغلّ?ب|تقدّ?م|أشواط|مجموعات/

function scoresAndRanges(text: string): string {
  const isSport = SPORT.test(text)
  return text.replace(
    rule(`${START}(${NUMBER})\\s?([-–—])\\s?(${NUMBER})(?![\\d–/-])(?=(\\s\\p{L}+)?)`),
    (_, prefix, from, dash, to, next, ...rest) => {
      const noun = next?.trim() ?? ''
      const isSmall = Number(from) < 200 && Number(to) < 200
      const isScore = isSmall && (dash === '-' ? isSport || !isNounLike(noun) : isSport && !isNounLike(noun))
      if (isScore)
        return `${prefix}${plainNumber(from, { gender: 'masculine' })} مقابل ${plainNumber(to, { gender: 'masculine', isOblique: true })}`
      const gender = genderOf(noun)
      const said = `${plainNumber(from, { gender, isOblique: true })} ${link(rest)}${plainNumber(to, { gender, isOblique: true, hasNoun: noun !== '' })}`
      return `${prefix}${opening(prefix, rest)}${said}`
    },
  )
}

const isNounLike = (word: string) => knownNoun(word) !== null || /(?:ة|ات|ًا)$/.test(word)

const FRACTIONS = new Map([
  ['½', 'نصف'],
  ['1/2', 'نصف'],
  ['⅓', 'ثلث'],
  ['1/3', 'ثلث'],
  ['⅔', 'ثلثا'],
  ['2/3', 'ثلثا'],
  ['¼', 'ربع'],
  ['1/4', 'ربع'],
  ['¾', 'ثلاثة أرباع'],
  ['3/4', 'ثلاثة أرباع'],
])

function fractions(text: string): string {
  return text
    .replace(
      rule(`${START}(\\d+)\\s?([½⅓⅔¼¾])`),
      (_, prefix, whole, sign) =>
        `${prefix}${plainNumber(whole, { gender: 'masculine' })} و${FRACTIONS.get(sign)}`,
    )
    .replace(/[½⅓⅔¼¾]/g, sign => FRACTIONS.get(sign) ?? sign)
    .replace(rule(`${START}([123]\\/[234])${END}(?!\\/)`), (whole, prefix, sign) =>
      FRACTIONS.has(sign) ? prefix + FRACTIONS.get(sign) : whole,
    )
    .replace(
      rule(`${START}((?:19|20)\\d\\d)\\/((?:19|20)?\\d\\d)${END}(?!\\/)`),
      (_, prefix, first, second) =>
        `${prefix}${plainNumber(first, { gender: 'masculine', isOblique: true })} ${plainNumber(second, { gender: 'masculine', isOblique: true })}`,
    )
    .replace(
      rule(`${START}(\\d+)\\/(\\d+)${END}(?!\\/)`),
      (_, prefix, over, under) =>
        `${prefix}${plainNumber(over, { gender: 'masculine' })} على ${plainNumber(under, { gender: 'masculine', isOblique: true })}`,
    )
}

function years(text: string): string {
  return text.replace(rule('((?:عام|سنة|العام|السنة)\\s)(\\d{3,4})(?!\\d|[.,:/]\\d)'), (_, word, year) => {
    const gender: Gender = word.includes('سنة') ? 'feminine' : 'masculine'
    return word + cardinal(Number(year), { gender, isOblique: true })
  })
}

/* A figure is counted with the noun that follows, if one does. */
function numbers(text: string): string {
  return (
    text
      .replace(
        rule(
          `${START}([-−+]?)(${NUMBER})(?!\\d)(?:\\s(\\p{L}[\\p{L}\\p{M}]*)(?![\\p{L}\\p{M}\\p{N}]))?(?=(\\s\\p{L}+)?)`,
        ),
        (_, prefix, sign, amount, noun = '', next = '', ...rest) => {
          const isEra = /^لل(?:هجرة|ميلاد)$/.test(noun)
          const isOblique = isEra || placeOf(rest, prefix).isOblique
          /* «كوفيد-19 وقمة»: a figure behind a hyphen belongs to a name and counts nothing. */
          const isOfName = sign === '' && /[\p{L}]-$/u.test(textBefore(rest))
          const minus = sign === '-' || sign === '−' ? 'ناقص ' : sign === '+' ? 'زائد ' : ''
          return `${prefix}${minus}${
            sharedNoun(rest, amount)
              ? `${plainNumber(amount, { gender: genderOf(sharedNoun(rest, amount) ?? ''), isOblique })}${noun && ` ${noun}`}`
              : noun === '' || isOfName
                ? `${plainNumber(amount, { gender: 'masculine', isOblique })}${noun && ` ${noun}`}`
                : numberWithNoun(amount, noun, isOblique, next.trim())
          }`
        },
      )
      /* A figure that is left stands inside a word, as in a name: B52. */
      .replace(/\d+/g, digits => ` ${plainNumber(digits, { gender: 'masculine' })} `)
  )
}

/* «بين 3 و5 سنوات», «3 أو 4 مرات»: the noun behind the second figure is that of the first. */
const SHARED_NOUN = new RegExp(`^\\s(?:و|أو\\s|إلى\\s)(?:${NUMBER})\\s(\\p{L}[\\p{L}\\p{M}]*)`, 'u')

function sharedNoun(rest: unknown[], amount: string): string | undefined {
  const [offset, whole] = rest.slice(-2) as [number, string]
  const end = whole.indexOf(amount, offset) + amount.length
  const noun = SHARED_NOUN.exec(whole.slice(end, end + 60))?.[1]
  return noun && isNounLike(noun) ? noun : undefined
}

function numberWithNoun(amount: string, noun: string, isOblique: boolean, next = ''): string {
  const value = Number(amount.replaceAll(',', ''))
  const known = knownNoun(noun)
  if (known && SCALE.test(noun) && value === 1) return known.one
  if (known && SCALE.test(noun) && value === 2)
    return dual(known.two, isOblique, next !== '' && !isParticle(next))
  const isOneOrTwo = value % 100 === 1 || value % 100 === 2
  if (known && isOneOrTwo && (value < 3 || !SCALE.test(noun))) return counted(value, known, isOblique)
  if (isParticle(noun)) return `${plainNumber(amount, { gender: 'masculine', isOblique })} ${noun}`
  return `${plainNumber(amount, { gender: genderOf(noun), isOblique, hasNoun: true })} ${noun}`
}

/* No noun: what is counted was named before, or is not named. */
const isParticle = (word: string) =>
  /^(?:و|ف)?(?:في|من|إلى|على|عن|منذ|حتى|بعد|قبل|خلال|بين|أو|ثم|لكن|كان|كانت|التي|الذي|الذين|هو|هي|هذا|هذه|لا|لم|لن|ما|مع|عند|أن|إن|فاصلة|مقابل|للهجرة|للميلاد|هجرية|هجري|ميلادية|ميلادي)$/.test(
    word,
  ) || /^(?:ال|وال|بال|لل)/.test(word)

function quantity(amount: string, noun: CountedNoun, isOblique: boolean): string {
  const negative = /^[-−]/.test(amount) ? 'ناقص ' : ''
  const digits = amount.replace(/^[-−]/, '').replaceAll(',', '')
  const [whole = '', fraction] = digits.split('.')
  if (fraction === undefined) return negative + counted(Number(whole), noun, isOblique)
  const last = Number(whole) % 100
  const form = last >= 3 && last <= 10 ? noun.few : last >= 11 ? noun.many : noun.one
  return `${negative}${decimal(Number(whole), fraction, { gender: noun.gender, isOblique })} ${form}`
}

function plainNumber(
  amount: string,
  form: { gender: Gender; isOblique?: boolean; hasNoun?: boolean },
): string {
  const negative = /^[-−]/.test(amount) ? 'ناقص ' : amount.startsWith('+') ? 'زائد ' : ''
  const digits = amount.replace(/^[-−+]/, '').replaceAll(',', '')
  const [whole = '', fraction] = digits.split('.')
  /* Too long for a number, or written as a name: 007. */
  if (Number(whole) > MOST_SPOKEN || /^0\d/.test(whole)) return negative + spell(digits.replace('.', ''))
  return (
    negative +
    (fraction === undefined ? cardinal(Number(whole), form) : decimal(Number(whole), fraction, form))
  )
}

function signs(text: string): string {
  return text
    .replace(/%/g, ' في المئة ')
    .replace(/(?<=\p{Script=Latin})\s*&\s*(?=\p{Script=Latin})/gu, ' and ')
    .replace(/\s*&\s*/g, ' و')
    .replace(/\s?×\s?/g, ' في ')
    .replace(/\+/g, ' زائد ')
    .replace(/[$€£¥﷼]/g, sign => ` ${CURRENCIES.get(sign)?.one ?? ''} `)
    .replace(/\s[-–—−]\s/g, '، ')
    .replace(/°/g, ' درجة ')
    .replace(/[²³]/g, ' ')
    .replace(/\//g, ' ')
    .replace(/@/g, ' ')
}

const rule = (pattern: string) => new RegExp(pattern, 'gu')

/* The last arguments of a replacement: the place of the match, and the whole text. */
function textBefore(rest: unknown[]): string {
  const [offset, whole] = rest.slice(-2) as [number, string]
  return whole.slice(Math.max(0, offset - 40), offset)
}

function placeOf(rest: unknown[], prefix: string): Place {
  const before = textBefore(rest)
  const isSecondOfTwo =
    prefix.startsWith('و') &&
    (AFTER_ANOTHER.test(before) || AFTER_OBJECT.test(before) || /(?:^|\s)بين\s[^.،؛]*$/.test(before))
  const isGoverned = AFTER_PREPOSITION.test(before) || AFTER_VERB.test(before)
  return { isOblique: isSecondOfTwo || /[بلك]$/.test(prefix) || isGoverned }
}

const lastWord = (text: string) => /(\S+)\s*$/.exec(text)?.[1] ?? ''
