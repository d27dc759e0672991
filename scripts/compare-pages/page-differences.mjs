const SHOWN_BEFORE = 60
const SHOWN_AFTER = 100

/**
 * Compares what two portals answered.
 * @param {Map<string, string>} before for each path the whole answer as one text
 * @param {Map<string, string>} after
 * @returns {{ path: string, before: string, after: string }[]} each path whose answers differ, with the place where they begin to
 */
export function pageDifferences(before, after) {
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  return paths.flatMap(path => {
    const [one, other] = [before.get(path) ?? '(not found)', after.get(path) ?? '(not found)']
    if (one === other) return []
    const at = firstDifference(one, other)
    const cut = text => text.slice(Math.max(0, at - SHOWN_BEFORE), at + SHOWN_AFTER)
    return [{ path, before: cut(one), after: cut(other) }]
  })
}

function firstDifference(one, other) {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/**
 * Takes out of an answer whatever changes with the places of source files alone: names of built files, class names of
 * CSS modules, the build's own number.
 * @param {string} answer
 */
export function withoutHashedNames(answer) {
  return answer
    .replace(/\/_next\/static\/[^"'\s)>\\]+/g, '/_next/static/built')
    .replace(/(\/enhance\/[\w-]+)\.[0-9a-f]{12}\./g, '$1.hash.')
    .replace(/([\w-]+-module)__[\w-]{6,8}__/g, '$1__hash__')
    .replace(/dpl=[\w-]+/g, 'dpl=hash')
}
