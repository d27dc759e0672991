import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { beginsSentence } from './sentences.ts'

const ABBREVIATIONS: [RegExp, string][] = [
  [/\bDr\.?(?=\s\p{Lu})/gu, 'Doctor'],
  [/\bProf\.?(?=\s\p{Lu})/gu, 'Professor'],
  [/\bMr\.?(?=\s\p{Lu})/gu, 'Mister'],
  [/\bMrs\.?(?=\s\p{Lu})/gu, 'Missus'],
  [/\bMs\.?(?=\s\p{Lu})/gu, 'Miz'],
  /* Behind a name it is a street, before one a saint. */
  [/(?<=\p{Lu}\p{Ll}{1,20}\s)St(?:\.(?!\s?\p{Lu})|(?![.\p{L}]|\s\p{Lu}))/gu, 'Street'],
  [/\bSt\.(?=\s\p{Lu})/gu, 'Saint'],
  [/\bGen\.(?=\s\p{Lu})/gu, 'General'],
  [/\bNo\.\s?(?=\d)/g, 'number '],
  [/\bNos\.\s?(?=\d)/g, 'numbers '],
  [/\bp\.\s?(?=\d)/g, 'page '],
  [/\bpp\.\s?(?=\d)/g, 'pages '],
  [/\be\.\s?g\.,?/gi, 'for example'],
  [/\bi\.\s?e\.,?/gi, 'that is'],
  [/\betc\.?/gi, 'and so on'],
  [/\bvs?\.(?=\s)/gi, 'versus'],
  [/\bapprox\.(?=\s)/gi, 'approximately'],
  [/\bc\.\s?(?=\d)/g, 'around '],
  [/\bet al\.?/g, 'and others'],
]

/* They are said letter by letter; names such as NATO and FIFA are words. */
const INITIALS = /\b(?:US|UK|EU|UN|UAE|AI|TV|IT|GDP|DNA|CEO|BBC|USA|IMF|WHO|UNHCR)\b(?!\$)/g

const STREET_AT_END = rule(String.raw`(?<=\p{Lu}\p{Ll}{1,20}\s)St\.`)
const DOTTED = rule(String.raw`(?<![\p{L}\p{N}])(?:[A-Z]\.){2,}`)

/** «Dr», «e.g.», «the U.S.» in full. */
export function abbreviations(text: string): string {
  let read = rewrite(text, STREET_AT_END, ({ match, after }) => (beginsSentence(after) ? 'Street.' : match))
  read = rewrite(read, DOTTED, ({ match, after }) => {
    const stop = beginsSentence(after) ? '.' : ''
    return match.replaceAll('.', ' ').trim() + (/^\p{L}/u.test(after) ? ' ' : stop)
  })
  for (const [pattern, inFull] of ABBREVIATIONS) read = read.replace(pattern, inFull)
  return read.replace(INITIALS, letters => [...letters].join(' '))
}
