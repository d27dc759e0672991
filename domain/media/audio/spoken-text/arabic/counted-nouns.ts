import { type CountedNoun, type Gender, he, she } from './counted-noun.ts'

export const HOUR = she('ساعة', 'ساعتان', 'ساعات', 'ساعة')
export const MINUTE = she('دقيقة', 'دقيقتان', 'دقائق', 'دقيقة')
export const SECOND = she('ثانية', 'ثانيتان', 'ثوانٍ', 'ثانية')

/** Scales in words, a pattern. */
export const SCALE_WORDS = 'ألف|آلاف|ألفًا|مليون|ملايين|مليونًا|مليار|مليارات|مليارًا|تريليون'

/*
 * Nouns with all their forms. A noun that is taught here has its gender in every number, its dual for 2 («كتابان»), both
 * for 101 and 102 («مئة كتاب وكتاب»), and «ونصف» for a half.
 */
const TAUGHT = [
  he('ألف', 'ألفان', 'آلاف', 'ألفًا'),
  he('مليون', 'مليونان', 'ملايين', 'مليونًا'),
  he('مليار', 'ملياران', 'مليارات', 'مليارًا'),
  he('تريليون', 'تريليونان', 'تريليونات', 'تريليونًا'),
  HOUR,
  MINUTE,
  SECOND,
  he('يوم', 'يومان', 'أيام', 'يومًا'),
  he('أسبوع', 'أسبوعان', 'أسابيع', 'أسبوعًا'),
  he('شهر', 'شهران', 'أشهر', 'شهرًا'),
  she('سنة', 'سنتان', 'سنوات', 'سنة'),
  he('عام', 'عامان', 'أعوام', 'عامًا'),
  he('كيلومتر', 'كيلومتران', 'كيلومترات', 'كيلومترًا'),
  he('متر', 'متران', 'أمتار', 'مترًا'),
  he('ميل', 'ميلان', 'أميال', 'ميلًا'),
  he('هكتار', 'هكتاران', 'هكتارات', 'هكتارًا'),
  he('لتر', 'لتران', 'لترات', 'لترًا'),
  he('برميل', 'برميلان', 'براميل', 'برميلًا'),
  he('طن', 'طنّان', 'أطنان', 'طنًّا'),
  he('كيلوغرام', 'كيلوغرامان', 'كيلوغرامات', 'كيلوغرامًا'),
  she('درجة', 'درجتان', 'درجات', 'درجة'),
  he('دولار', 'دولاران', 'دولارات', 'دولارًا'),
  he('درهم', 'درهمان', 'دراهم', 'درهمًا'),
  he('ريال', 'ريالان', 'ريالات', 'ريالًا'),
  he('دينار', 'ديناران', 'دنانير', 'دينارًا'),
  he('جنيه', 'جنيهان', 'جنيهات', 'جنيهًا'),
  she('ليرة', 'ليرتان', 'ليرات', 'ليرة'),
  he('شخص', 'شخصان', 'أشخاص', 'شخصًا'),
  he('قتيل', 'قتيلان', 'قتلى', 'قتيلًا'),
  he('جريح', 'جريحان', 'جرحى', 'جريحًا'),
  he('طفل', 'طفلان', 'أطفال', 'طفلًا'),
  he('طالب', 'طالبان', 'طلاب', 'طالبًا'),
  he('لاعب', 'لاعبان', 'لاعبين', 'لاعبًا'),
  he('هدف', 'هدفان', 'أهداف', 'هدفًا'),
  she('نقطة', 'نقطتان', 'نقاط', 'نقطة'),
  she('مرة', 'مرتان', 'مرات', 'مرة'),
  she('دولة', 'دولتان', 'دول', 'دولة'),
  she('مدينة', 'مدينتان', 'مدن', 'مدينة'),
  she('شركة', 'شركتان', 'شركات', 'شركة'),
  she('سفينة', 'سفينتان', 'سفن', 'سفينة'),
  she('سيارة', 'سيارتان', 'سيارات', 'سيارة'),
  he('منزل', 'منزلان', 'منازل', 'منزلًا'),
  he('مقعد', 'مقعدان', 'مقاعد', 'مقعدًا'),
  she('وظيفة', 'وظيفتان', 'وظائف', 'وظيفة'),
  he('كتاب', 'كتابان', 'كتب', 'كتابًا'),
  she('صفحة', 'صفحتان', 'صفحات', 'صفحة'),
]

const words = (...lines: string[]) => lines.join(' ').split(' ')

/* Plurals whose singular has another gender than their ending says, and plurals without an ending. */
const FEMININE_PLURALS = words(
  'سفن مدن دول قرى مدارس شركات جزر غرف لجان محاكم مناطق قوى صحف مجلات أسر عائلات صور قصص كلمات لغات',
  'جامعات كنائس قوائم حافلات شاحنات سيارات طائرات ورش حصص جوائز رسائل خرائط بطاقات مكتبات مزارع',
  'آبار أعين أذرع أيدٍ أقدام نساء بنات فتيات طالبات لاعبات معلّمات موظّفات عاملات نافذة نوافذ شجر',
  'أشجار شاشات كراسات حقائب عربات عبوات قطع طبقات حلقات جولات دورات مراحل وحدات محطات شبكات شرائح',
  'خطوات نسخ صفحات ولايات محافظات بلدات بلديات ليال ليالي وثائق قضايا ضحايا هدايا قذائف قنابل شقق',
  'خطط فرص قمم حدائق وظائف مواد عقد كتل رخص نسب لوائح جمل أمم ابتسامات انتفاضات انطلاقات التفاتات',
  'تغريدات تدوينات تأشيرات تسعيرات تعويذات تسريحات',
)
const MASCULINE_PLURALS = words(
  'اجتماعات قرارات قطاعات مطارات حسابات تدريبات انتخابات خطابات طلبات بيانات إعلانات مشروعات مبيدات',
  'دولارات ريالات جنيهات يوروات كيلومترات مترات سنتيمترات مليمترات كيلوغرامات غرامات مليارات',
  'تريليونات باصات تلفزيونات صالونات مستشفيات اتفاقات اقتراحات إصلاحات انتهاكات هجمات طلاب عمال',
  'ركاب سكان لاعبين موظفين مواطنين أحياء فرق مقالات طوابق أميال لقاءات نزاعات صراعات خلافات',
  'مهرجانات مخيمات معسكرات ملفات مؤتمرات مسلسلات منتخبات منتجات مقترحات مخططات مجلدات قطارات سندات',
  'مؤشرات خيارات حوارات',
)
const FEMININE = words('شمس أرض نفس نار حرب عين يد أذن قدم ساق روح سوق طريق كأس بئر دار ريح سن ذكرى')
/* They end like a feminine and are none. */
const MASCULINE = words(
  'خليفة علامة أساتذة أطباء قادة طلبة عمدة سادة إخوة قضاة رماة مشاة دعاة رعاة أدلة أسئلة أجهزة',
  'أنظمة أعمدة أجنحة أقنعة أسلحة أرصفة أندية أدوية أغطية أبنية أودية أفلام أحزمة أمثلة أوسمة أوعية',
)

/* Plurals of verbal nouns are masculine (تصريحات، انفجارات، إجراءات), but for those on «ة» (استقالات، إصابات, تغريدات above). */
const VERBAL_NOUNS = /^(?!است.ا)(?:ت..ي.|ا..ا.|ا...ا.|ا....ا.|إ..ا.)ات$/

const forms = new Map<string, CountedNoun>(
  TAUGHT.flatMap(each => [each.one, each.few, each.many].map((form): [string, CountedNoun] => [form, each])),
)
const feminine = new Set([...FEMININE_PLURALS, ...FEMININE])
const plurals = new Set([...FEMININE_PLURALS, ...MASCULINE_PLURALS])
const masculine = new Set([...MASCULINE_PLURALS, ...MASCULINE])

/** A noun with all its forms, by any of them. */
export function knownNoun(word: string): CountedNoun | null {
  return forms.get(bare(word)) ?? null
}

/** The gender of what a figure counts, by the noun that follows it. */
export function genderOf(word: string): Gender {
  const noun = bare(word)
  const known = forms.get(noun)
  if (known) return known.gender
  if (masculine.has(noun)) return 'masculine'
  if (feminine.has(noun)) return 'feminine'
  return /(?:ة|ات)$/.test(noun) && !VERBAL_NOUNS.test(noun) ? 'feminine' : 'masculine'
}

/** Whether a word is a plural, as far as it can be seen, with or without its article. */
export function isPlural(word: string): boolean {
  const noun = bare(word.replace(/^ال/, ''))
  return plurals.has(noun) || /(?:ات|ون)$/.test(noun) || forms.get(noun)?.few === noun
}

/** Whether a word looks like the noun of a figure before it. */
export const isNounLike = (word: string) => knownNoun(word) !== null || /(?:ة|ات|ًا)$/.test(word)

/* Without vowel marks, but with tanwin before its alef as the table has it. */
function bare(word: string): string {
  const plain = word.replace(/[\u064c\u064e-\u0650\u0652\u0670]/g, '')
  return forms.has(plain) ? plain : plain.replace(/[\u064b\u064d\u0651]/g, '')
}
