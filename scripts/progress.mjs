/* Says how far a long piece of work is. Runs on older Nodes too. */
const REWRITE_EVERY_MS = 250
const REPEAT_EVERY_MS = 15_000

/**
 * Runs work that somebody waits for: a terminal shows one line that is rewritten, anything else gets a line when it
 * begins, every 15 seconds, and when it ends.
 * @template Result
 * @param {string} what as in `Installing packages`
 * @param {() => Promise<Result>} work
 * @param {{ count?: () => string, stream?: NodeJS.WriteStream }} [options] count: how far it is, as in `120 of 218`
 * @returns {Promise<Result>}
 */
export async function withProgress(what, work, { count, stream = process.stderr } = {}) {
  const begun = Date.now()
  const line = () => `${what}: ${count ? `${count()}, ` : ''}${secondsSince(begun)} s`
  const say = stream.isTTY ? text => stream.write(`\r\x1b[2K${text}`) : text => stream.write(`${text}\n`)
  say(stream.isTTY ? line() : `${what}…`)
  const timer = setInterval(() => say(line()), stream.isTTY ? REWRITE_EVERY_MS : REPEAT_EVERY_MS)
  try {
    const result = await work()
    say(`${what}: done in ${secondsSince(begun)} s`)
    return result
  } finally {
    clearInterval(timer)
    if (stream.isTTY) stream.write('\n')
  }
}

function secondsSince(begun) {
  return Math.round((Date.now() - begun) / 1000)
}
