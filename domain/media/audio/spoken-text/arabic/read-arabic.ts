import { readInSteps } from '#domain/media/audio/spoken-text/reading-steps.ts'
import { abbreviations } from './abbreviations.ts'
import { countedNumbers } from './counted-numbers.ts'
import { dates } from './dates.ts'
import { fractions } from './fractions.ts'
import { money } from './money.ts'
import { percents } from './percents.ts'
import { measureRanges, scoresAndRanges } from './ranges.ts'
import { figuresWithArticle, ranks } from './ranks.ts'
import { signs } from './signs.ts'
import { telephones } from './telephones.ts'
import { times } from './times.ts'
import { units } from './units.ts'
import { years } from './years.ts'

const STEPS = [
  ...[abbreviations, dates, times, measureRanges, money, percents, units],
  ...[figuresWithArticle, ranks, telephones, scoresAndRanges, fractions, years, countedNumbers, signs],
]

/** Arabic text with every figure, sign and abbreviation in words. The figures must be Western ones. */
export const readArabic = (text: string) => readInSteps(text, STEPS)
