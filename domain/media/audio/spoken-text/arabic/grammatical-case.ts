import type { Place } from '#domain/media/audio/spoken-text/rewrite.ts'

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

/** Whether a figure with its prefix is in the genitive or the accusative: عشرين, not عشرون. */
export function isOblique({ before }: Place, prefix: string): boolean {
  const isSecondOfTwo =
    prefix.startsWith('و') &&
    (AFTER_ANOTHER.test(before) || AFTER_OBJECT.test(before) || /(?:^|\s)بين\s[^.،؛]*$/.test(before))
  return isSecondOfTwo || /[بلك]$/.test(prefix) || AFTER_PREPOSITION.test(before) || AFTER_VERB.test(before)
}

/** Whether what stands right before a figure is governed by a preposition: «في القرن الـ21». */
export const isNounOblique = ({ before }: Place) => AFTER_ITS_NOUN.test(before)

/** Whether a preposition stands right before. */
export const isAfterPreposition = ({ before }: Place) => AFTER_PREPOSITION.test(before)
