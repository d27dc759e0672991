/** The time of a sound or a video as its player shows it: `2:05`, and from an hour on `1:02:05`. */
export function playingTime(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
