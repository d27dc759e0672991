import { settingsOrDefaults } from './settings.ts'

/** The site's time zone: a setting of the newsroom, never the machine's. */
export function siteTimeZone(): string {
  return settingsOrDefaults().timeZone
}
