/** «2:05», and with hours «1:02:05». */
export function shortTime(seconds: number): string {
  const whole = Math.floor(seconds) || 0
  const two = (value: number) => String(value % 60).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  const front = minutes < 60 ? minutes : `${Math.floor(minutes / 60)}:${two(minutes)}`
  return `${front}:${two(whole)}`
}

type Durations = { format: (duration: { minutes: number; seconds: number }) => string }
type WithDurations = typeof Intl & {
  DurationFormat?: new (locale: string, options: { style: 'long'; numberingSystem: 'latn' }) => Durations
}

/** «دقيقتان و5 ثوانٍ», for who hears it; as figures where the browser cannot say it. */
export function spokenTime(seconds: number): string {
  const { DurationFormat } = Intl as WithDurations
  const whole = Math.floor(seconds)
  return DurationFormat && whole
    ? new DurationFormat(document.documentElement.lang, { style: 'long', numberingSystem: 'latn' }).format({
        minutes: Math.floor(whole / 60),
        seconds: whole % 60,
      })
    : shortTime(seconds)
}
