import { describe, expect, it } from 'vitest'
import { analyze, stemOf } from './analyze.ts'
import { fold } from './fold.ts'
import { wordsOf } from './words.ts'

const stems = (words: string) => [...new Set(analyze(words).map(({ stem }) => stem))]

describe('spellings', () => {
  it.each([
    ['مُحَمَّد', 'محمد'],
    ['مدرّس', 'مدرس'],
    ['يومٌ', 'يوم'],
    ['هٰذا', 'هذا'],
    ['أحمد', 'احمد'],
    ['آمال', 'امال'],
    ['إيران', 'ايران'],
    ['ٱلله', 'الله'],
    ['ا\u0654حمد', 'أحمد'],
    ['مسؤول', 'مسوول'],
    ['رئيس', 'رييس'],
    ['حكومة', 'حكومه'],
    ['على', 'علي'],
    ['الـــحـرب', 'الحرب'],
    ['٢٠٢٦', '2026'],
    ['۲۰۲۶', '2026'],
    ['ﻻ', 'لا'],
    ['ایران', 'ايران'],
    ['کتاب', 'كتاب'],
    ['پاکستان', 'باكستان'],
    ['لا\u200cسلكي', 'لاسلكي'],
    ['\u200fخبر\u200f', 'خبر'],
    ['Café', 'cafe'],
    ['ŁÓDŹ', 'lodz'],
    ['ＢＢＣ', 'bbc'],
  ])('%s is found as %s', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })

  it('keeps a hamza that stands alone', () => {
    expect(fold('ماء')).not.toBe(fold('ما'))
  })
})

describe('words', () => {
  it('parts scripts where they meet, and keeps what belongs together', () => {
    expect(
      wordsOf('وBBC: «iPhone17» don’t, the minister’s 1,200 و12.5% كورونا-19').map(word => word.folded),
    ).toEqual(['و', 'bbc', 'iphone17', 'dont', 'the', 'minister', '1200', 'و', '12.5', 'كورونا', '19'])
  })

  it('says where a word stands, with its marks', () => {
    const text = 'قال: «مُحَمَّدٌ» حضر'
    const [, name] = wordsOf(text)
    expect(name && text.slice(name.start, name.end)).toBe('مُحَمَّدٌ')
  })

  it('finds none in signs, and none that is endless', () => {
    expect(wordsOf('"-(*) ؟! … 🙂 \u0000\u200f')).toEqual([])
    expect(wordsOf('ا'.repeat(10_000))[0]?.folded.length).toBeLessThanOrEqual(64)
  })
})

/* Ten words of the news in 54 forms. */
const FAMILIES = [
  'حكومة الحكومة حكومات الحكومات وحكومة والحكومة حكومي الحكومية',
  'وزير الوزير وزراء الوزراء والوزير للوزير',
  'فلسطين الفلسطينية فلسطيني الفلسطينيون الفلسطينيين وفلسطين',
  'انتخاب انتخابات الانتخابات الانتخابية انتخابي',
  'اقتصاد الاقتصاد اقتصادي الاقتصادية واقتصاد للاقتصاد',
  'لبنان اللبنانية لبناني للبنان ولبنان',
  'مدرسة المدرسة مدارس المدارس مدرستها',
  'شركة الشركة شركات الشركات شركتها',
  'رئيس الرئيس رؤساء رئيسها',
  'الجزائر الجزائرية جزائري جزائريون',
]

describe('stems', () => {
  it('bring together at least 46 of 54 forms of ten words', () => {
    const forms = FAMILIES.flatMap(family => family.split(' '))
    const together = FAMILIES.flatMap(family => {
      const words = family.split(' ')
      return words.filter(word => stemOf(fold(word)) === stemOf(fold(words[0] ?? '')))
    })
    expect(forms).toHaveLength(54)
    expect(together.length).toBeGreaterThanOrEqual(46)
  })

  it.each([
    'لبنان لبن',
    'السودان سود',
    'رمضان رمض',
    'كتاب مكتب كاتب',
    'فلسطين لسط',
    'وزير زير',
    'ولاية ولا',
    'بداية بدا',
    'عليا علي',
    'الصين صن',
    'مدينة دين',
    'إلغاء غاء',
    'ألمانيا مان',
    'واشنطن اشنط',
    'university unique',
    'news new',
  ])('are apart for %s', words => {
    expect(stems(words)).toHaveLength(words.split(' ').length)
  })

  it.each([
    'بمصر مصر المصريون مصري',
    'بداية بدايات',
    'قضية قضايا',
    'فرنسا فرنسي الفرنسية',
    'أمريكا الأميركية أميركي',
    'إلكتروني الإلكترونية',
    'ألمانيا الألمان ألماني',
    'سعر أسعار أسعارها',
    'يوم أيام يومًا يوما',
    'سنوي سنويا',
    'وزارة وزارات الوزارية',
    'election elections elected',
    'organisation organization',
    'harbours harbor',
    'child children',
    "minister minister's ministers",
  ])('are one for %s', words => {
    expect(stems(words)).toHaveLength(1)
  })

  it('of a stem is the stem again, for the words of the news', () => {
    const words = FAMILIES.flatMap(family => family.split(' '))
    for (const word of words) {
      const stem = stemOf(fold(word))
      expect(stemOf(stem), word).toBe(stem)
    }
  })
})
