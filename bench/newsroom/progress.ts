import cliProgress from 'cli-progress'

/** A progress bar on stderr if that is a terminal; otherwise nothing. */
export function progressBar() {
  if (!process.stderr.isTTY) return { update: (_done: number, _total: number) => {}, stop: () => {} }
  const bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}%  {value} of {total} stories  {duration_formatted}',
    stream: process.stderr,
    hideCursor: true,
  })
  let isStarted = false
  return {
    update: (done: number, total: number) => {
      if (!isStarted) bar.start(total, 0)
      isStarted = true
      bar.update(done)
    },
    stop: () => {
      if (isStarted) bar.stop()
    },
  }
}
