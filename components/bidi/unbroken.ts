import { allMonthNames } from '#i18n/months.ts'

const NO_BREAK_SPACE = '\u00a0'

const DAY = new RegExp(String.raw`(?<!\d)(\d{1,2}) (?=(?:${allMonthNames.join('|')})(?!\p{L}))`, 'gu')

/** A day stays on the line of its month. */
export function unbrokenDays(text: string): string {
  return text.replace(DAY, `$1${NO_BREAK_SPACE}`)
}

/* A longer name would leave holes at the ends of narrow lines. */
const SHORT = 16

/** Whether a run of the other script stays on one line: a short name, a range, a telephone number. */
export function isUnbroken(run: string): boolean {
  return run.length <= SHORT || run.startsWith('+')
}
