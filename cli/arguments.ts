import { InvalidArgumentError, Option } from 'commander'
import { localeList } from '#i18n/locales.ts'

/** The number of a story, as it stands in its address. */
export function parseStoryId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new InvalidArgumentError("It is the story's number, the one in its address, such as 17.")
}

export function parseCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It is a whole number from 1 on.')
}

/** The language that a command is about. */
export function localeOption(description: string): Option {
  return new Option('--locale <locale>', description).choices(localeList)
}
