/** Kinds of values of settings. */
import { z } from 'zod'
import { isThisMachine } from './local-host.ts'

/** A whole number within bounds. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine(value => value >= least && value <= most)

/** Whether a text can be the path of a file. */
export function isPath(value: string): boolean {
  return value !== '' && !value.includes('\0')
}

/** Whether a text is the address of a PostgreSQL database. */
export function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)
}

/** The origin of an http or https address that has no more than that; null for anything else. */
export function toOrigin(value: string): string | null {
  if (!URL.canParse(value)) return null
  const url = new URL(value)
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return isBare && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : null
}

/** Describes the expected value of a setting that `toService` refuses. */
export function service(what: string, example: string): string {
  return `the address of ${what}, with https (http on this machine alone) and without a password, such as ${example}`
}

/** The normalized address of a service; null when somebody on the way could read or change the traffic. */
export function toService(value: string): string | null {
  if (!URL.canParse(value)) return null
  const url = new URL(value)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname))
  return isSafe && !url.username && !url.password && !url.hash ? url.href : null
}

/** Whether the runtime knows a time zone of this name. */
export function isTimeZone(value: string): boolean {
  try {
    return new Date(0).toLocaleDateString('en', { timeZone: value }) !== ''
  } catch {
    return false
  }
}

/** The parts of a comma-separated list. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
}

/** A text of lines, each of which may be divided from the next by `|` in a setting of one line. */
export function toLines(value: string): string {
  return `${value
    .split(/\||\r?\n|\\n/)
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')}\n`
}
