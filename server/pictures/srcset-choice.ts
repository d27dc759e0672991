/** A screen, in CSS pixels and dots to a pixel. */
export type Screen = { width: number; density: number }

const ROOT_FONT_PX = 16

/**
 * The address that a browser with this screen takes of a `srcset`, by its `sizes`; null when either is written in a way
 * that our own pages do not use.
 */
export function chosenAddress(srcSet: string, sizes: string, screen: Screen): string | null {
  const width = shownWidth(sizes, screen.width)
  if (width === null) return null
  const candidates = srcSet
    .split(',')
    .map(each => /^\s*(\S+)\s+(\d+)w\s*$/.exec(each))
    .flatMap(match => (match ? [{ address: match[1] ?? '', width: Number(match[2]) }] : []))
    .sort((one, other) => one.width - other.width)
  const needed = Math.floor(width * screen.density)
  return (candidates.find(each => each.width >= needed) ?? candidates.at(-1))?.address ?? null
}

/** The width of the first part of `sizes` whose condition holds, in CSS pixels. */
function shownWidth(sizes: string, viewport: number): number | null {
  for (const part of sizes.split(/,(?![^(]*\))/)) {
    const [, least, length = ''] = /^\s*(?:\(min-width:\s*([\d.]+)em\)\s+)?(.+?)\s*$/.exec(part) ?? []
    if (least !== undefined && viewport < Number(least) * ROOT_FONT_PX) continue
    return lengthPx(length, viewport)
  }
  return null
}

function lengthPx(length: string, viewport: number): number | null {
  const [, from, taken] = /^calc\((\S+) - (\S+)\)$/.exec(length) ?? []
  if (from !== undefined && taken !== undefined) {
    const [whole, part] = [lengthPx(from, viewport), lengthPx(taken, viewport)]
    return whole === null || part === null ? null : whole - part
  }
  const [, number, unit = ''] = /^([\d.]+)(px|rem|em|vw)$/.exec(length) ?? []
  if (number === undefined) return null
  return Number(number) * (unit === 'px' ? 1 : unit === 'vw' ? viewport / 100 : ROOT_FONT_PX)
}
