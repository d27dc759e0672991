import { readInSteps } from '#domain/media/audio/spoken-text/reading-steps.ts'
import { abbreviations } from './abbreviations.ts'
import { dates } from './dates.ts'
import { fractions } from './fractions.ts'
import { money } from './money.ts'
import { numbers } from './numbers.ts'
import { ordinals } from './ordinals.ts'
import { percents } from './percents.ts'
import { measureRanges, scoresAndRanges } from './ranges.ts'
import { signs } from './signs.ts'
import { telephones } from './telephones.ts'
import { times } from './times.ts'
import { units } from './units.ts'
import { years } from './years.ts'

const STEPS = [
  ...[abbreviations, dates, times, measureRanges, money, percents, units],
  ...[ordinals, telephones, scoresAndRanges, fractions, years, numbers, signs],
]

/** English text with every figure, sign and abbreviation in words. */
export const readEnglish = (text: string) => readInSteps(text, STEPS)
