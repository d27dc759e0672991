/** Whether a text looks like a language tag: `fr`, `zh-Hant`. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)
}
