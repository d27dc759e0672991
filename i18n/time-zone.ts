/** The site's time zone: a setting of the newsroom, never the machine's. The server checks it at start. */
export function siteTimeZone(): string {
  return process.env.PRESS_TIME_ZONE || 'Asia/Riyadh'
}
