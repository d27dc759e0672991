import type { MailReport } from './mail-report.ts'

/** The content of a report, before it is known whose mail it is about. `none`: no harm is reported. */
export type Finding = Pick<MailReport, 'kind' | 'severity' | 'address' | 'status' | 'text'> | 'none'

const MOST_LETTERS = 500

/** A reason as one short line without control characters. */
export function reason(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, MOST_LETTERS)
}
