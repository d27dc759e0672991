/**
 * The circles among imports, types included: for each file that imports itself through others, one shortest way
 * round, unless a circle that was found before has the file. Each is the list of its imports, in order.
 * @param {{ file: string, path: string }[]} imports as `findImports` gives them, of all files
 */
export function findCircles(imports) {
  const importsOf = new Map()
  for (const each of imports) importsOf.set(each.file, [...(importsOf.get(each.file) ?? []), each])
  const inCircles = new Set()
  return [...importsOf.keys()].sort().flatMap(file => {
    if (inCircles.has(file)) return []
    const circle = wayBack(file, importsOf)
    if (!circle) return []
    for (const each of circle) inCircles.add(each.file)
    return [circle]
  })
}

/** `a.ts → b.ts → a.ts` */
export function circleText(circle) {
  return [...circle.map(({ file }) => file), circle[0].file].join(' → ')
}

/* Breadth first: the first way that comes back is a shortest one. */
function wayBack(start, importsOf) {
  const seen = new Set()
  let ways = [[]]
  while (ways.length > 0) {
    const longer = []
    for (const way of ways) {
      for (const next of importsOf.get(way.at(-1)?.path ?? start) ?? []) {
        if (next.path === start) return [...way, next]
        if (seen.has(next.path)) continue
        seen.add(next.path)
        longer.push([...way, next])
      }
    }
    ways = longer
  }
  return null
}
