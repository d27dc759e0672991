import type { Point, Polygon } from './plane.ts'

/** A number with at most one decimal, as short as SVG allows. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10 || 0)
}

/** A line width to the hundredth: the finest ones are under a pixel. */
export function fine(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/**
 * Path data of closed outlines. Relative steps on a grid of a tenth are a third shorter than absolute coordinates and,
 * being on a grid, do not drift.
 */
export function closedPath(outlines: readonly Polygon[]): string {
  return outlines
    .map(outline => {
      let [x, y] = [0, 0]
      const steps = outline.map(corner => {
        const [nextX, nextY] = [Math.round(corner.x * 10), Math.round(corner.y * 10)]
        const step = [tenth(nextX - x), tenth(nextY - y)]
        ;[x, y] = [nextX, nextY]
        return step
      })
      const [start = ['0', '0'], ...rest] = steps
      return `M${glued(start)}l${glued(rest.flat())}z`
    })
    .join('')
}

/** Path data of open lines through the given points. */
export function openPath(lines: readonly (readonly Point[])[]): string {
  return lines.map(line => `M${line.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`).join('')
}

const tenth = (value: number) => short(value / 10)

/** A minus sign separates as well as a space does. */
const glued = (values: readonly string[]) => values.join(' ').replaceAll(' -', '-')

export type Attributes = Record<string, string | number>

/** One element. Attribute values are numbers and colours of this program, never text from outside. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`
}

/** The whole drawing. */
export function svgDocument(
  width: number,
  height: number,
  content: string,
  attributes: Attributes = {},
): string {
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, ...attributes },
    content,
  )
}
