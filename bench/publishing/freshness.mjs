/* Compares what readers saw with what the desk was told is done. */

const NUMBERS = /\b(Revision|Bulletin|Correction) (\d+) of /g

/** The numbers of the desk's changes that a page shows. */
export function numbersOn(html) {
  const shown = { Revision: 0, Bulletin: 0, Correction: 0, bulletins: new Set() }
  for (const [, kind, digits] of html.matchAll(NUMBERS)) {
    const number = Number(digits)
    shown[kind] = Math.max(shown[kind], number)
    if (kind === 'Bulletin') shown.bulletins.add(number)
  }
  return shown
}

/* The front shows headlines; the article shows its own and its corrections. */
const SHOWN_ON = { front: ['revision', 'bulletin'], article: ['revision', 'correction'] }
const NAME = { revision: 'Revision', bulletin: 'Bulletin', correction: 'Correction' }

/**
 * The age of an answer when it was requested: the time since the first change that it lacks, in milliseconds, or 0.
 * Changes acknowledged after the request do not count.
 * @param {{ page: 'front' | 'article', begunAt: number, shown: ReturnType<typeof numbersOn> }} seen
 * @param {{ kind: string, number: number, at: number }[]} changes in their order
 */
export function ageInMs({ page, begunAt, shown }, changes) {
  let age = 0
  for (const kind of SHOWN_ON[page]) {
    const missed = changes.find(change => change.kind === kind && change.number > shown[NAME[kind]])
    if (missed) age = Math.max(age, begunAt - missed.at)
  }
  return age
}

/**
 * A bulletin that an answer shows although its withdrawal was acknowledged before the request; undefined when there
 * is none.
 */
export function withdrawnOn({ begunAt, shown }, changes) {
  return changes.find(
    ({ kind, number, at }) => kind === 'withdrawal' && at < begunAt && shown.bulletins.has(number),
  )
}
