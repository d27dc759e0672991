import { describe, expect, it } from 'vitest'
import { isolatedRuns } from './isolated-runs.ts'
import type { Direction } from './text-direction.ts'

const isolated = (text: string) =>
  isolatedRuns(text, 'rtl')
    .filter(run => run.isIsolated)
    .map(run => run.text)

describe('runs of the other direction in Arabic text', () => {
  it('are names and phrases in Latin letters, with the full stop of an abbreviation', () => {
    expect(isolated('شركة Apple Inc. تعلن iPhone 17! (C++)')).toEqual(['Apple Inc.', 'iPhone 17', 'C++'])
    expect(isolated('BBC: عاجل من القاهرة')).toEqual(['BBC'])
    expect(isolated('وفق BBC News أمس، و«The Daily Star».')).toEqual(['BBC News', 'The Daily Star'])
    expect(isolated('اشترى سيارة Tesla. ثم باعها')).toEqual(['Tesla'])
    expect(isolated('خدمة 5G في المدن')).toEqual(['5G'])
    expect(isolated('والمعادلة E = mc ثم AT&T وأخيرًا R&D.')).toEqual(['E = mc', 'AT&T', 'R&D'])
  })

  it('are figures whose order or sign would turn around', () => {
    expect(isolated('اتصل على +961 1 234 567 بين 10:30-12:45')).toEqual(['+961 1 234 567', '10:30-12:45'])
    expect(isolated('النتيجة: 3-1 والموسم 2025-2026، ودرجة الحرارة -5')).toEqual(['3-1', '2025-2026', '-5'])
    expect(isolated('«انخفاض التضخم 12.5%» (رويترز) في 2026')).toEqual(['12.5%'])
    expect(isolated('دخل 214 سفينة في 23 نوفمبر، عند 14:20.')).toEqual([])
  })

  it('are telephone numbers, however their groups are parted', () => {
    const numbers = ['+961 1 234 567', '+961-1-234567', '+961 (1) 234 567', '00961 1 234 567', '+9611234567']
    for (const number of numbers) {
      expect(isolated(`اتصل على ${number}.`)).toEqual([number])
      expect(isolatedRuns(number, 'rtl')).toEqual([{ text: number, isIsolated: true, direction: 'ltr' }])
    }
    expect(isolated('بلغت 2000 طن و300 كيلوغرام')).toEqual([])
  })

  it('are found in a piece without Arabic letters that stands in Arabic', () => {
    const alone = (text: string) => isolatedRuns(text, 'rtl').filter(run => run.isIsolated)
    for (const text of ['2025-2026', '3-1', '-5', '10:30-12:45', 'Apple Inc.'])
      expect(alone(text).map(run => run.text)).toEqual([text])
    expect(alone('14:20')).toEqual([])
    const sentence = 'He left in 2025, she said, for -5 degrees.'
    expect(alone(sentence).map(run => run.text)).toEqual([sentence])
    expect(alone('3-1, 4-2').map(run => run.text)).toEqual(['3-1', '4-2'])
  })

  it('lose nothing of the text', () => {
    const texts = ['شركة Apple Inc. تعلن iPhone 17! (C++)', 'نسبة 18%.', 'A-1 في أول النص', 'نص بلا غريب']
    for (const text of texts)
      expect(
        isolatedRuns(text, 'rtl')
          .map(run => run.text)
          .join(''),
      ).toBe(text)
  })

  it('are not looked for in a text of one direction', () => {
    expect(isolatedRuns('Season 2025-2026, -5 degrees', 'ltr')).toEqual([
      { text: 'Season 2025-2026, -5 degrees', isIsolated: false, direction: 'ltr' },
    ])
  })
})

const shown = (text: string, direction: Direction) =>
  isolatedRuns(text, direction)
    .map(run => (run.isIsolated ? `[${run.text}]` : run.text))
    .join('')

describe('one run', () => {
  it.each([
    'وفق [BBC News] أمس، وهاتف [iPhone 17] رسميًا',
    'حساب [@arab_press] وشبكة [#5G] والوسم #وسم و#لبنان_2026 و#[BBC]_عربي و[@x]',
    'الحرارة [-5°C] أو [−5 °C] أو [25°] بين [-3] و[-5] درجات وبـ[-5]',
    'ارتفع [+3.5%] ثم [-12.5] إلى [$1.2bn] و[€50] و[50 €] ثم [18+] و[90+3] و[4×4]',
    'وكوفيد-19 و[COVID-19] وإف-16 والـ[F-16] والـ[5G] وبـ[iPhone 17]',
    'اتصل على [00961-1-234567] أو [(01) 234 567] أو [01/234567] أو [03-123 456] أو [*123#] أو 112',
    'أو [1-800-555-0199] أو [(+961) 1 234567] أو [70 123 456] أو [2222 3333] أو [0020 2 1234 5678]',
    '(هاتف [+961 1 234 567]) و[Tel: +961 1 234 567] للحجز',
    'أعوام [2019-2024] والمواد [40–55] وتاريخ 12/05/2026 أو [2026-05-12] وساعة [10:30-12:45 GMT]',
    'لغات [C++] و[.NET] و[C#] و[AT&T] و[e-mail@example.com]',
    'زوروا [https://example.com/a?b=c#d] أو [example.com] أو [www.example.com/path]، و[https://example.com/سياسة/خبر].',
    'ملف [report.pdf] إصدار [v2.0.1] عبر [IPv6] لماء [H2O] حيث [x = 5] و[5 = x] و[2+2=4]',
    'حرب "[so-called]" وفق [World Health Organization (WHO)] أمس',
    'منظمة ([WHO]) تعلن ([BBC News]). ثم "[Yes, we can!]" ثم «[Who?]» و«[50 Cent]»',
    'سرعة [10 km/h] ووزن [5 kg] و[10 - 12 km]، [ISBN 978-3-16-148410-0] ولوحة [1234 ABC]',
    'باعت [Apple] 17 مليون جهاز في [Euro 2024] و2026 [BBC] وقالت [AFP]: 5 جرحى',
    'موقع [Yahoo! News] و[George W. Bush] و[Washington, D.C.] وفيتامين [C].',
    'على [iPhone]. [Apple] تقول إن [Time] (1923) و[The "Big" Apple]',
    'هاتف [٠١/٢٣٤٥٦٧] و[+٩٦١ ١ ٢٣٤ ٥٦٧] و[Путин] و[中国] و[1 234 567] ليرة و1,234,567',
    'في موسم [2025-2026] 120 هدفا وعام 2024 120 قتيلا، [1-1] ([4-2])',
    'أكثر من [> 5] و[≥10]، 1- الأول، - 5 أشخاص',
    '[Samsung]، [Apple] و[Microsoft]؛ [Google]',
    'שלום וארץ [5-3] فارسی گپ',
  ])('in Arabic is whole: %s', text => {
    expect(shown(text.replaceAll(/[[\]]/g, ''), 'rtl')).toBe(text)
  })

  it.each([
    'Names: [أحمد] 5, [سعيد], [رنا] and [بيروت، لبنان]',
    'Comments: [أحمد] 5, the paper [الأخبار] (2006) and [الجزيرة].',
    'Tag [#وسم] and [#لبنان_2026] and #BBC_[عربي] by [@الجزيرة] on -5 degrees, 3-1',
    'She said [مرحبا]! and “[مرحبا!]” and “[كأس العالم 2026]”, 5 wins',
    'He asked [كيف حالك؟] of [منظمة الصحة (العالمية)] and [كوفيد-19] in [عام 2026 في لبنان] there',
    'Read [https://example.com/سياسة/خبر] 5 times, [שלום] (5) and [فارسی گپ].',
    'The words “[سلام]”, “[كلام]”; ([قطر]) or [قناة الجزيرة (قطر)] 2',
  ])('in English is whole: %s', text => {
    expect(shown(text.replaceAll(/[[\]]/g, ''), 'ltr')).toBe(text)
  })

  it('takes no time to speak of, and loses nothing, in any text', () => {
    const pieces = [
      '+961 1 234 567 ',
      'BBC ',
      '5-3',
      ' ("',
      '#',
      'وسم',
      '، ',
      '12 345 ',
      '@',
      '«',
      'https://a.b/',
      ')',
      '. ',
    ]
    let seed = 1
    for (let round = 0; round < 300; round++) {
      let text = ''
      for (let part = 0; part < 60; part++) {
        seed = (seed * 48_271) % 2_147_483_647
        text += pieces[seed % pieces.length]
      }
      for (const direction of ['rtl', 'ltr'] as const)
        expect(
          isolatedRuns(text, direction)
            .map(run => run.text)
            .join(''),
        ).toBe(text)
    }
    const long = '1 '.repeat(5000) + '('.repeat(2000) + 'a.'.repeat(5000) + '#'.repeat(5000)
    expect(
      isolatedRuns(`عربي ${long}`, 'rtl')
        .map(run => run.text)
        .join(''),
    ).toBe(`عربي ${long}`)
  })
})
