/** The step of an arrow key in a row of pictures, which runs in the direction of its language. */
export function stepOf(key: string, direction: string): -1 | 0 | 1 {
  const isRightToLeft = direction === 'rtl'
  if (key === 'ArrowRight') return isRightToLeft ? -1 : 1
  if (key === 'ArrowLeft') return isRightToLeft ? 1 : -1
  return 0
}
