import { describe, expect, it } from 'vitest'
import { isolatedRuns } from './isolated-runs.ts'

const isolated = (text: string) =>
  isolatedRuns(text)
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
      expect(isolatedRuns(number, true)).toEqual([{ text: number, isIsolated: true }])
    }
    expect(isolated('بلغت 2000 طن و300 كيلوغرام')).toEqual([])
  })

  it('are found in a piece without Arabic letters that stands in Arabic', () => {
    const alone = (text: string) => isolatedRuns(text, true).filter(run => run.isIsolated)
    for (const text of ['2025-2026', '3-1', '-5', '10:30-12:45', 'Apple Inc.'])
      expect(alone(text)).toEqual([{ text, isIsolated: true }])
    expect(alone('14:20')).toEqual([])
    expect(alone('He left in 2025, she said, for -5 degrees.')).toEqual([
      { text: 'He left in 2025, she said, for -5 degrees', isIsolated: true },
    ])
    expect(alone('3-1, 4-2').map(run => run.text)).toEqual(['3-1', '4-2'])
  })

  it('lose nothing of the text', () => {
    const texts = ['شركة Apple Inc. تعلن iPhone 17! (C++)', 'نسبة 18%.', 'A-1 في أول النص', 'نص بلا غريب']
    for (const text of texts)
      expect(
        isolatedRuns(text)
          .map(run => run.text)
          .join(''),
      ).toBe(text)
  })

  it('are not looked for in a text of one direction', () => {
    expect(isolatedRuns('Season 2025-2026, -5 degrees')).toEqual([
      { text: 'Season 2025-2026, -5 degrees', isIsolated: false },
    ])
  })
})
