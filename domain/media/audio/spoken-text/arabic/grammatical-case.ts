import type { Place } from '#domain/media/audio/spoken-text/rewrite.ts'

const anyWord = (...lists: string[]) => `(?:${lists.join(' ').split(' ').join('|')})`

const PREPOSITION = `(?:[وف]?${anyWord(
  'في من إلى على عن منذ حتى بعد قبل خلال بين مع لدى عند تحت فوق دون ضد ضمن أمام وسط داخل خارج حول رغم عقب إثر',
  '[بل]?نحو [بل]?حوالي قرابة زهاء كل سوى طوال وفق حسب بحسب بموجب عام سنة عامي إنّ? أنّ?',
)})`
/* «بسعر 20», «مدة 12», «مقتل 20»: a noun whose genitive the number is. */
const GOVERNING_NOUN = `(?:[وف]?[بل]?${anyWord(
  'سعر قيمة نسبة معدّ?ل متوسّ?ط طول عمق ارتفاع سرعة قوة كلفة تكلفة مبلغ مسافة عدد عمر مدة مساحة وزن فارق أصل بدل',
  'نهاية بداية مطلع منتصف أوائل أواخر شتاء صيف خريف ربيع مرور غضون حلول مدى مناسبة',
  'مقتل إصابة وفاة اعتقال استشهاد مشاركة إجلاء إنقاذ وصول زراعة إنشاء',
)})`
const IS_GOVERNED = new RegExp(`(?:^|\\s)(?:${PREPOSITION}|${GOVERNING_NOUN})\\s$`)

const FORMS = (past: string, present: string) => `(?:[وف]?(?:${past}ت?|س?[يت]${present}))`
/* What they count is their object, whatever it is. A passive has its vowel mark, and its number is a subject. */
const REACHING_STEMS = 'بلغ|تجاوز|تخطّ?ى|ناهز|كلّف|ضمّ?|شمل'
const REACHING = FORMS(`(?:${REACHING_STEMS}|استغرق)`, `(?:${REACHING_STEMS}|ستغرق)`)
/* «بلغ 20», «بلغ العدد 20», «بلغ عدد القتلى في المدينة 20». */
const IS_REACHED = new RegExp(
  `(?:^|\\s)(?:${REACHING}\\s(?:ال\\S+\\s|(?:${GOVERNING_NOUN}|إجمالي|مجموع|حصيلة|حجم)(?:\\s[^\\s.،؛]+){1,4}\\s)?|كانوا\\s)$`,
)

/* «دفع 20 دولارًا» has an object, «دفع 20 عاملًا الثمن» a subject: certain where a thing is counted that does nothing. */
const SPENDING = FORMS(
  '(?:كلف|دفع|سجّ?ل|حقّ?ق|أنفق|عمل|دام|انتظر|أنتج|استمرّ?|تأخّ?ر|خسر|باع|اشترى|أمضى|قضى|قطع)',
  '(?:كلف|دفع|سجّ?ل|حقّ?ق|نفق|عمل|دوم|نتظر|نتج|ستمرّ?|تأخّ?ر|خسر|بيع|شتري|مضي|قضي|قطع)',
)
const IS_SPENT = new RegExp(`(?:^|\\s)${SPENDING}\\s(?:ال\\S+\\s)?$`)
const IS_THING = new RegExp(
  `^\\s?(?:${anyWord('ألف ألفًا آلاف مليون مليونًا ملايين مليار مليارًا مليارات')}\\s)?${anyWord(
    'دولار يورو جنيه ريال درهم دراهم دينار دنانير لير ين ساع دقيقة دقائق ثانية ثوان يوم أيام ليلة ليال أسبوع أسابيع',
    'شهر أشهر شهور سنة سنوات عام أعوام متر أمتار كيلومتر كيلوغرام طن أطنان ميل أميال لتر برميل',
    'هدف أهداف نقطة نقاط كتاب كتب نسخة نسخ تذكرة تذاكر قطعة قطع شقة شقق نموذج نماذج رغيف أرغفة',
  )}(?:ًا|اً|ا|ة|ات)?(?!\\p{L})`,
  'u',
)

/* «بعد 6 دقائق و41 ثانية»: the second of two stands in the case of the first. */
const FIRST_OF_TWO = /(?<![^\s(])(و?[بلك]?)\d[\d.,]*[%‰]?\s((?:[^\s،؛]*[^\s.،؛]\s){1,3})$/
const IS_BEHIND_BETWEEN = /(?:^|\s)[وف]?بين\s[^.،؛]*$/
const IS_BEHIND_GOVERNED_NOUN = new RegExp(`(?:^|\\s)${PREPOSITION}\\s(?!ال)\\S+\\s$`)

/** Whether a figure with its prefix is in the genitive or the accusative for certain: عشرين, not عشرون. */
export function isOblique({ before }: Pick<Place, 'before'>, prefix: string, counted = ''): boolean {
  if (/[بلك]$/.test(prefix) || IS_GOVERNED.test(before) || IS_REACHED.test(before)) return true
  if (IS_SPENT.test(before) && IS_THING.test(counted)) return true
  if (!prefix.startsWith('و')) return false
  const [first, firstPrefix = '', firstCounted] = FIRST_OF_TWO.exec(before) ?? []
  if (first === undefined) return IS_BEHIND_BETWEEN.test(before) || IS_BEHIND_GOVERNED_NOUN.test(before)
  return isOblique({ before: before.slice(0, -first.length) }, firstPrefix, firstCounted)
}

/* «في القرن الحادي والعشرين», «بالقمة العربية الثالثة والثلاثين»: the noun stands before its rank. */
const IS_BEHIND_GENITIVE = new RegExp(
  `(?:^|\\s)(?:${PREPOSITION}\\s(?:\\S+|ال\\S+\\sال\\S+)|${GOVERNING_NOUN}\\sال\\S+|[وف]?(?:[بك]ال|لل)\\S+(?:\\sال\\S+)?|[وف]?[بل]ذكرا(?:ه|ها|هم))\\s$`,
)

/** Whether the noun right before a figure, with its adjective, is in the genitive. */
export const isNounOblique = ({ before }: Place) => IS_BEHIND_GENITIVE.test(before)

/** Whether what governs the genitive stands right before. */
export const isGoverned = ({ before }: Place) => IS_GOVERNED.test(before)
