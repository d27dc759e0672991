import { type Progress, progressBar } from './progress.ts'

/** A progress bar for each step of work that has several. */
export function stepProgress(): {
  update: (step: string, done: number, total: number) => void
  stop: () => void
} {
  let current: { step: string; bar: Progress } | undefined
  return {
    update: (step, done, total) => {
      if (current?.step !== step) {
        current?.bar.stop()
        current = { step, bar: progressBar() }
      }
      current.bar.update(done, total)
    },
    stop: () => current?.bar.stop(),
  }
}
