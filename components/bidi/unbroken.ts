import { allMonthNames } from '../../i18n/months'

const NO_BREAK_SPACE = '\u00a0'

const DAY = new RegExp(String.raw`(?<!\d)(\d{1,2}) (?=(?:${allMonthNames.join('|')})(?!\p{L}))`, 'gu')

/** A day stays on the line of its month. */
export function unbrokenDays(text: string): string {
  return text.replace(DAY, `$1${NO_BREAK_SPACE}`)
}

/* A longer name would leave holes at the ends of narrow lines. */
const SHORT = 16

/** A short name of the other script, or a telephone number, stays on one line. */
export function unbrokenRun(run: string): string {
  return run.length <= SHORT || run.startsWith('+') ? run.replaceAll(' ', NO_BREAK_SPACE) : run
}
