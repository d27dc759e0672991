/**
 * Fits a straight line through samples of memory, by least squares.
 * @param {{ second: number, megabytes: number }[]} samples
 */
export function growthByMinute(samples) {
  const mean = name => samples.reduce((sum, sample) => sum + sample[name], 0) / samples.length
  const second = mean('second')
  const megabytes = mean('megabytes')
  const together = samples.reduce(
    (sum, each) => sum + (each.second - second) * (each.megabytes - megabytes),
    0,
  )
  const alone = samples.reduce((sum, each) => sum + (each.second - second) ** 2, 0)
  return { perMinute: alone === 0 ? 0 : (60 * together) / alone, mean: megabytes }
}
