export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** How much the largest differs from the smallest, as a share of the middle: what a ratio can be trusted to. */
export function spread(numbers) {
  return (Math.max(...numbers) - Math.min(...numbers)) / median(numbers)
}
