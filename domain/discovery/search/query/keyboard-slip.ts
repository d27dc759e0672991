/* The characters of the same keys on the Arabic (101) and the English layout. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
const ARABIC = 'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ'
const pairs = [...LATIN].map((letter, index) => [letter, [...ARABIC][index] ?? letter] as const)
const toArabic = new Map<string, string>([...pairs, ['b', 'لا']])
const toLatin = new Map<string, string>(pairs.map(([latin, arabic]) => [arabic, latin]))

/**
 * The same keys on the other keyboard: «hgh[jwh]» was meant as «الاقتصاد» with the wrong language switched on. Null
 * when the text is not all of one script.
 */
export function onOtherKeyboard(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  if (/^[\p{ASCII}]+$/u.test(text) && /[a-z]/.test(text)) return replaced(text, toArabic)
  if (/^[\p{Script=Arabic}\s]+$/u.test(text)) return replaced(text.replaceAll('لا', 'b'), toLatin)
  return null
}

function replaced(text: string, keys: ReadonlyMap<string, string>): string {
  return [...text].map(letter => keys.get(letter) ?? letter).join('')
}
