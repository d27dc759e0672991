import { allMonthNames } from './months.ts'

const CAPITALS = '[A-Z]{2,4}'
const TIME_WORDS = String.raw`AM|PM|GMT|UTC|[A-Z]{1,2}ST|CET|BCE?|AD|CE|AH|[ap]m|[ap]\.m\.?`
const MEASURES = `(?:[kcmµμndhMGTP]?(?:m|g|l|L|b|B|W|V|A|Hz|Pa|J|N|Wh|Ah|bps|t|px|s|cal|bar|bit)|in|ft|yd|mi|lbs?|oz|ha|hrs?|min|sec)[²³23]?`
const UNIT = new RegExp(
  String.raw`^(?:°?[CFK]|${MEASURES}(?:/(?:h|hr|s|sec|min|d|day|l|L|k?m[²³23]?))?|[km]ph|mpg|dB|rpm|fps|pp[mb]|[bmt]n|[kKM]|x|ext\.?)$`,
  'u',
)
const YEAR = /^(?:19|20)\d\d$/

/** Whether a word behind a number measures it, as in «5 kg» and «10:30 GMT»; capitals name no unit behind a year. */
export function isUnitOf(word: string, number: string): boolean {
  if (new RegExp(`^(?:${TIME_WORDS})$`).test(word)) return true
  if (YEAR.test(number)) return false
  return UNIT.test(word) || new RegExp(`^${CAPITALS}$`).test(word)
}

const ABBREVIATED =
  /(?:^|[\s.(])(?:Inc|Ltd|Corp|Co|Bros|Jr|Sr|St|vs?|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Sgt|Rev|Gov|Sen|Rep|Mt|Ave|Blvd|etc|ext|Tel|Fig|Vol|No|[A-Za-z](?:\.[A-Za-z])+)$/u

/** Whether the full stop behind this text shortens its last word, as in «Apple Inc.» and «U.S.». */
export function isShortened(text: string): boolean {
  return ABBREVIATED.test(text)
}

/** Whether a sentence could end with the full stop behind this text; the initial of «George W. Bush» ends none. */
export function canEndSentence(text: string): boolean {
  return !isShortened(text) && !/(?:^|[\s.])\p{Lu}$/u.test(text)
}

/* Nouns that are counted in news, with the endings that a number gives them. */
const COUNTED = `مليون|مليونان|ملايين|مليار|مليارات|تريليون|ألف|آلاف|مئة|مائة|مئات|في المئة|في المائة|بالمئة|بالمائة|
  دولار|دولارات|يورو|ليرة|ليرات|ريال|ريالات|درهم|دراهم|دينار|دنانير|جنيه|جنيهات|روبل|ين|يوان|
  شخص|أشخاص|رجل|رجال|امرأة|نساء|طفل|أطفال|قتيل|قتلى|جريح|جرحى|مصاب|ضحية|ضحايا|موظف|موظفين|موظفة|عامل|عمال|لاعب|لاعبين|
  نائب|صوت|أصوات|مقعد|مقاعد|هدف|أهداف|نقطة|نقاط|مرة|مرات|جهاز|أجهزة|هاتف|هواتف|سيارة|سيارات|طائرة|طائرات|سفينة|سفن|متجر|متاجر|
  فرع|فروع|شركة|شركات|دولة|دول|مدينة|مدن|نسخة|نسخ|برميل|طن|أطنان|كيلومتر|كيلومترات|كيلوغرام|متر|أمتار|كلم|كم|غرام|درجة|درجات|
  ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|شهور|سنة|سنوات|عام|أعوام|فيلم|أفلام|حلقة|حلقات|مستخدم|مشترك`
const COUNTED_NEXT = new RegExp(
  String.raw`^\s*(?:٪|(?:${[...COUNTED.split(/[|\s]*[|\n]\s*/), ...allMonthNames].join('|')})(?:ًا|اً|ا)?(?![\p{L}\p{M}]))`,
  'u',
)

/** Whether the text goes on with what a number counts: the number then belongs to it, and to no name before. */
export function goesOnCounting(rest: string): boolean {
  return COUNTED_NEXT.test(rest)
}
