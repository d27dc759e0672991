import cliProgress from 'cli-progress'

export type Progress = { update: (done: number, total: number) => void; stop: () => void }

/** A progress bar on stderr if that is a terminal; otherwise nothing, so that logs and pipes stay clean. */
export function progressBar(): Progress {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}%  {duration_formatted}',
    stream: process.stderr,
    hideCursor: true,
  })
  let started = false
  return {
    update: (done, total) => {
      if (!started) bar.start(total, 0)
      started = true
      bar.update(Math.min(done, total))
    },
    stop: () => {
      if (started) bar.stop()
    },
  }
}
