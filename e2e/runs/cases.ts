/*
 * Texts with runs of the other direction, and the order in which a reader must see them. Braces stand around what runs
 * against the page: in Arabic, the text runs from right to left and what is in {braces} from left to right; in English
 * it is the other way round. ⟨Angle brackets⟩ turn once more. All of it was written by hand, from reading.
 */
export const cases = {
  ar: [
    'وفق {BBC News} أمس، و«{The Daily Star}».',
    'شركة {Apple Inc.} تعلن {iPhone 17}! ({C++})',
    '{BBC}: عاجل من القاهرة',
    '{iPhone 17 Pro Max} من {Apple}',
    'اشترى سيارة {Tesla}. ثم باعها',
    'هل تشتري {iPhone}؟ نعم ({Apple})!',
    'آخر الكلام {COVID-19}',
    'باعت {Apple} {17} مليون جهاز في {Euro 2024}',
    'قالت {AFP}: {5} قتلى في {2026}',
    'حساب {@arab_press} على {#5G} والوسم #وسم و#لبنان_{2026}',
    'وسم #{BBC}_عربي في {@bbc_news}.',
    'الحرارة {-5°C} ليلًا و{−5 °C} فجرًا و{25°} ظهرًا',
    'بين {-3} و{-5} درجات، أو بـ{-5}',
    'ارتفع {+3.5%} ثم هبط {-12.5} نقطة',
    'بكلفة {$1.2bn} أو {€50} أو {50 €}',
    'لمن هم {18+} وفي الدقيقة {90+3} على مساحة {4×4}',
    'كوفيد-{19} وإف-{16} والـ{F-16} والـ{5G}',
    'اتصل على {+961 1 234 567} بين {10:30-12:45}',
    'اتصل على {00961-1-234567} أو {(01) 234 567}',
    'الهاتف {01/234567} أو {03-123 456}، والرمز {*123#} والنجدة {112}',
    '(هاتف {+961 1 234 567}) أو {1-800-555-0199}.',
    'الهاتف {٠١/٢٣٤٥٦٧} و{+٩٦١ ١ ٢٣٤ ٥٦٧}',
    'أعوام {٢٠١٩-٢٠٢٤} والحرارة {-٥} و{١٢٫٥%}، يوم {٢٦} نوفمبر',
    'النتيجة: {3-1} والموسم {2025-2026}، بركلات {1-1} ({4-2})',
    'أعوام {2019-2024} والمواد {40–55} وتاريخ {12/05/2026}',
    'بلغ {1 234 567} ليرة و{1,234,567} ليرة في {2026}',
    'بلغت {2000} طن و{300} كيلوغرام',
    'في موسم {2025-2026} {120} هدفًا',
    'لغات {C++} و{.NET} و{C#} و{AT&T}',
    'البريد {e-mail@example.com} والموقع {example.com}.',
    'زوروا {https://example.com/a?b=c#d}، ثم {www.example.com/path}.',
    'اقرؤوا {https://www.example.com/world/middle-east/2026/11/30/a-very-long-story-about-harbours?utm=feed&page=2#part-3}؟',
    'زوروا {https://example.com/⟨سياسة/خبر⟩}؛ ثم عودوا',
    'ملف {report.pdf} إصدار {v2.0.1} عبر {IPv6} لماء {H2O}',
    'حيث {x = 5} و{2+2=4} وسرعة {10 km/h} ووزن {5 kg}',
    'حرب "{so-called}" وفق {World Health Organization (WHO)} أمس',
    'منظمة ({WHO}) و«{Who?}» و"{Yes, we can!}"',
    'كتاب {ISBN 978-3-16-148410-0} ولوحة {1234 ABC}',
    'موقع {Yahoo! News} و{George W. Bush} و{Washington, D.C.}',
    'على {iPhone}. {Apple} تقول',
    '{Samsung}، {Apple}؛ {Google}',
    'مجلة {Time} ({1923}) و{The "Big" Apple}',
    'بالروسية {Путин} وبالصينية {中国}',
    'بالعبرية שלום وبالفارسية گپ، {5-3}',
    'نسبة {12.5%} و{40–55%} عند {14:20}',
  ],
  en: [
    'Comments: {أحمد} 5',
    'Readers of {الشرق الأوسط}, 2026',
    'Why «{عرب برس}» prints twice',
    'The paper {الأخبار} (2006) said -5',
    'Tag {#وسم} and {#لبنان_⟨2026⟩} by {@الجزيرة}.',
    'She said {مرحبا}! and “{مرحبا!}” again',
    'He asked {كيف حالك؟} of {منظمة الصحة (العالمية)} there',
    'In {عام ⟨2026⟩ في لبنان} and {كوفيد-⟨19⟩} too',
    'The words “{سلام}”, “{كلام}”; 3-1 and 2019-2024',
    'Read {سلام} (5) or {قناة الجزيرة (قطر)} 2',
    'Read https://example.com/{سياسة/خبر} 5 times',
    'The end is {سلام}',
    'Names: {أحمد} 5, {سعيد} 3; {#وسم} and {كوفيد-⟨19⟩} (2026)',
    'In ٢٠١٩-٢٠٢٤ it was -٥, and {سلام}',
    '{سلام}: a word',
    'Hebrew {שלום}, Persian {گپ} and +961 1 234 567',
  ],
} as const

/** Texts of bodies in Markdown, whose marks part a run. */
export const markedCases = {
  ar: [
    ['قالت **BBC** News أمس', 'قالت {BBC News} أمس'],
    ['هاتف iPhone **17** جديد', 'هاتف {iPhone 17} جديد'],
    ['موقع [BBC](https://example.com/) News أمس', 'موقع {BBC News} أمس'],
    ['النتيجة **3**-1 أمس', 'النتيجة {3-1} أمس'],
    ['اتصل على +961 **1 234** 567 الآن', 'اتصل على {+961 1 234 567} الآن'],
    ['**موقع BBC** News أمس', 'موقع {BBC News} أمس'],
    ['الحرارة -_5_°C أمس', 'الحرارة {-5°C} أمس'],
    ['قالت :en[The *Daily* Star] أمس', 'قالت {The Daily Star} أمس'],
  ],
  en: [
    ['Comments: **أح**مد 5', 'Comments: {أحمد} 5'],
    ['The [قناة](https://example.com/) الجزيرة, 2', 'The {قناة الجزيرة}, 2'],
  ],
} as const

/** Searches of readers, each with a headline that it finds. */
export const searched = {
  ar: [
    ['News', 'وفق {BBC News} أمس، و«{The Daily Star}».'],
    ['17', 'شركة {Apple Inc.} تعلن {iPhone 17}! ({C++})'],
    ['iPhone', '{iPhone 17 Pro Max} من {Apple}'],
    ['234', 'اتصل على {+961 1 234 567} بين {10:30-12:45}'],
    ['Health', 'حرب "{so-called}" وفق {World Health Organization (WHO)} أمس'],
    ['arab_press', 'حساب {@arab_press} على {#5G} والوسم #وسم و#لبنان_{2026}'],
  ],
  en: [
    ['أحمد', 'Comments: {أحمد} 5'],
    ['منظمة', 'He asked {كيف حالك؟} of {منظمة الصحة (العالمية)} there'],
  ],
} as const

/** Names of people, of topics and of the site. */
export const names = {
  ar: {
    author: '{BBC} عربي',
    section: 'أخبار {AI}',
    topic: 'هاتف {iPhone 17}',
    breaking: 'عاجل: {BBC News} تعلن {3-1} على {@arab_press}!',
  },
  en: {
    author: '{أحمد} Smith',
    section: 'News {عرب}',
    topic: 'Tag {#وسم}',
    breaking: 'Breaking: {الجزيرة} (5) and {أحمد} 3-1',
  },
} as const
