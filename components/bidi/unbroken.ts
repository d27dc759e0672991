import { allMonthNames } from '#i18n/months.ts'

const NO_BREAK_SPACE = '\u00a0'

const DAY = new RegExp(String.raw`(?<!\d)(\d{1,2}) (?=(?:${allMonthNames.join('|')})(?!\p{L}))`, 'gu')

/** Keeps a day on the same line as its month. */
export function unbrokenDays(text: string): string {
  return text.replace(DAY, `$1${NO_BREAK_SPACE}`)
}

/* An unbroken run longer than this would leave gaps at the ends of narrow lines. */
const SHORT = 16

/** Whether a run in the other script must stay on one line: a short name, a range, a telephone number. */
export function isUnbroken(run: string): boolean {
  return run.length <= SHORT || run.startsWith('+')
}
