/** A piece of a text. An isolated one reads from left to right, whatever stands around it. */
export type Run = { text: string; isIsolated: boolean }

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/

/* A name or a phrase in Latin letters: words with the signs inside them, «C++» and «U.S.» whole. */
const word = String.raw`[A-Za-z\u00c0-\u024f0-9][\w\u00c0-\u024f'’&@+#/.:=*-]*`
const phrase = String.raw`(?=[0-9]*[A-Za-z\u00c0-\u024f])${word}(?: (?:[-–+=×&/] )?${word})*`
/* A telephone number as it is dialled from abroad; a range or a score; figures with a sign before them or a percent
 * sign behind. */
const phone = String.raw`(?:\+|(?<!\d)00)\d{1,3}(?:[ \u00a0\u202f./-]?\(?\d+\)?)+`
const range = String.raw`\d[\d.,:]*(?: ?[-–] ?\d[\d.,:]*)+%?`
const signed = String.raw`(?<![\w\p{L}])[-−+±]\d[\d.,]*%?`
const percent = String.raw`\d[\d.,]*%`

const RUN = new RegExp(`${phone}|${phrase}|${range}|${signed}|${percent}`, 'gu')

/* Signs that end a sentence belong to the surrounding text, unless they shorten a word. */
const SENTENCE_END = /[.,:/'’-]+$/
const ABBREVIATION = /(?:^|[\s.])(?:[A-Z]|Inc|Ltd|Corp|Co|Bros|Jr|Sr|St|vs|Dr|Mr|Mrs|Ms|Prof)\.$/

/**
 * Splits an Arabic text where the other direction begins. Without isolation, «-5» shows its minus behind it, «3-1»
 * turns into «1-3», a telephone number is read backwards and «Apple Inc.» loses its full stop to the other side. A text
 * without Arabic letters stays whole, unless it is known to stand in an Arabic one: as a link, or in bold.
 */
export function isolatedRuns(text: string, isInArabic = ARABIC.test(text)): Run[] {
  if (!isInArabic) return [{ text, isIsolated: false }]
  const runs: Run[] = []
  let end = 0
  const isForeignPhrase = !ARABIC.test(text) && /\p{L}/u.test(text)
  for (const [from, to] of isForeignPhrase ? hull(spansOf(text)) : spansOf(text)) {
    if (from > end) runs.push({ text: text.slice(end, from), isIsolated: false })
    runs.push({ text: text.slice(from, to), isIsolated: true })
    end = to
  }
  if (end < text.length) runs.push({ text: text.slice(end), isIsolated: false })
  return runs
}

type Span = [from: number, to: number]

function spansOf(text: string): Span[] {
  return [...text.matchAll(RUN)].map(match => [
    match.index,
    match.index + withoutSentenceEnd(match[0]).length,
  ])
}

/* A whole sentence in Latin letters is one run: no Arabic stands between its parts, so their order is theirs too. */
function hull(spans: Span[]): Span[] {
  const first = spans.at(0)
  const last = spans.at(-1)
  return first && last ? [[first[0], last[1]]] : []
}

function withoutSentenceEnd(run: string): string {
  if (ABBREVIATION.test(run)) return run
  return run.replace(SENTENCE_END, '')
}
