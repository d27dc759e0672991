/**
 * A name for ever (RFC 4151). It names the story by its number and the site by its host: headlines, slugs and sections
 * may change without an old story being new to anybody. The year is that in which this form was chosen.
 */
export function tagUri(siteUrl: string, specific: string): string {
  return `tag:${new URL(siteUrl).hostname},2026:${specific}`
}
