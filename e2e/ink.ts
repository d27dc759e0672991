import sharp from 'sharp'

/** The darkness of each pixel of a rendered text, cropped to the text: 0 is paper, 255 is ink. */
export type Ink = { values: Buffer; width: number; height: number }

const IS_INK = 64

/** Reads the ink of a screenshot with dark text on a light ground. */
export async function inkOfScreenshot(png: Buffer): Promise<Ink> {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .greyscale()
    .negate()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return cut({ values: data, width: info.width, height: info.height })
}

/** Reads the ink of a drawing from its opacity. */
export function inkOfDrawing({ data, width, height }: { data: Buffer; width: number; height: number }): Ink {
  const values = Buffer.alloc(width * height)
  for (let place = 0; place < values.length; place++) values[place] = data[place * 4 + 3] ?? 0
  return cut({ values, width, height })
}

/**
 * The similarity of two inks, from -1 to 1: the correlation of the amounts of ink in the cells of a grid. The cells
 * are smaller than a letter and larger than rounding differences between two programs.
 */
export function likeness(one: Ink, other: Ink, cell: number): number {
  const columns = Math.ceil(Math.max(one.width, other.width) / cell)
  const rows = Math.ceil(Math.max(one.height, other.height) / cell)
  return correlation(inCells(one, columns, rows, cell), inCells(other, columns, rows, cell))
}

function inCells({ values, width, height }: Ink, columns: number, rows: number, cell: number): number[] {
  const sums = new Array<number>(columns * rows).fill(0)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = Math.floor(y / cell) * columns + Math.floor(x / cell)
      sums[place] = (sums[place] ?? 0) + (values[y * width + x] ?? 0)
    }
  }
  return sums
}

function correlation(one: number[], other: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanOfOne, meanOfOther] = [mean(one), mean(other)]
  let [together, ofOne, ofOther] = [0, 0, 0]
  for (const [place, value] of one.entries()) {
    const [a, b] = [value - meanOfOne, (other[place] ?? 0) - meanOfOther]
    together += a * b
    ofOne += a * a
    ofOther += b * b
  }
  return together / Math.sqrt(ofOne * ofOther)
}

function cut({ values, width, height }: Ink): Ink {
  const isInk = (x: number, y: number) => (values[y * width + x] ?? 0) > IS_INK
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(x, y)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  const [cutWidth, cutHeight] = [right - left + 1, bottom - top + 1]
  const kept = Buffer.alloc(cutWidth * cutHeight)
  for (let y = 0; y < cutHeight; y++)
    values.copy(kept, y * cutWidth, (top + y) * width + left, (top + y) * width + right + 1)
  return { values: kept, width: cutWidth, height: cutHeight }
}
