const MAX_CHARACTERS = 60
const MAX_WORDS = 8

/**
 * The slug of a headline or a name: Arabic stays Arabic, NFC; vowel marks, tatweel and punctuation go,
 * spaces become hyphens, Latin is lower-cased. At most 8 words and 60 characters, cut between words.
 * Empty text gives an empty slug: the caller decides what stands in for it.
 */
export function slugify(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(
      /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      '',
    )
    .replace(/['’‘ʼ`´]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, MAX_WORDS)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if ([...longer].length > MAX_CHARACTERS) break
    slug = longer
  }
  return slug || [...(words[0] ?? '')].slice(0, MAX_CHARACTERS).join('')
}

const MAX_GIVEN_CHARACTERS = 160

/**
 * A slug that a person chose, made safe for an address and otherwise left as it is; only its length is theirs to
 * decide, up to 160 characters.
 */
export function cleanSlug(text: string): string {
  const slug = text
    .normalize('NFC')
    .replace(/[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return [...slug].slice(0, MAX_GIVEN_CHARACTERS).join('')
}

/** The slug itself, or with the first number that makes it free: `summer`, `summer-2`. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number++
  return `${slug}-${number}`
}
