import { InvalidArgumentError, Option } from 'commander'
import { localeList } from '#i18n/locales.ts'

/** Parses the id of a story, the number in its address. */
export function parseStoryId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new InvalidArgumentError("It is the story's number, the one in its address, such as 17.")
}

export function parseCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It is a whole number from 1 on.')
}

/** An option for the language of a command. */
export function localeOption(description: string): Option {
  return new Option('--locale <locale>', description).choices(localeList)
}
