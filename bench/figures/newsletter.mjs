import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { runProgram } from '#bench/newsrooms.mjs'
import { runPress } from '#bench/press.mjs'
import { cacheDir, SERVER_CORE, SUBSCRIBERS } from '#bench/settings.mjs'
import { rounded } from '#bench/table.mjs'
import { root } from '#scripts/bundle.mjs'

const A_CPU_SECOND = 500
const MOST_MB = 512
const PAUSE_MS = 50

/**
 * One edition of the demonstration's stories, in both languages, to many subscribers: what it takes the process that
 * sends. The mail server that takes the messages is a process of its own on the other core.
 */
export async function newsletter() {
  const dataDir = await copyOfSubscribers()
  const sink = spawn(process.execPath, [path.join(root, 'bench/newsletter/smtp-sink.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const lines = readline.createInterface({ input: sink.stdout })[Symbol.asyncIterator]()
    const { value: url } = await lines.next()
    const env = { DATABASE_URL: '', PRESS_MAIL_RATE: '0' }
    const sent = JSON.parse(
      await runProgram('newsletter', ['send', dataDir, url], { env, core: SERVER_CORE }),
    )
    sink.stdin.end()
    const received = JSON.parse((await lines.next()).value)
    return rowsOf(sent, received)
  } finally {
    if (sink.exitCode === null) {
      sink.kill()
      await once(sink, 'close')
    }
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/* Subscribers are made once; an edition can be sent only once to them. */
async function copyOfSubscribers() {
  const dir = path.join(cacheDir, `newsletter-${SUBSCRIBERS}`)
  const done = path.join(dir, 'made')
  if (!fs.existsSync(done)) {
    fs.rmSync(dir, { recursive: true, force: true })
    fs.mkdirSync(dir, { recursive: true })
    await runPress(['seed', path.join(root, 'demo')], dir)
    await runProgram('newsletter', ['prepare', dir, String(SUBSCRIBERS)], { env: { DATABASE_URL: '' } })
    fs.writeFileSync(done, '')
  }
  const copy = path.join(cacheDir, 'newsletter')
  fs.rmSync(copy, { recursive: true, force: true })
  fs.cpSync(dir, copy, { recursive: true, mode: fs.constants.COPYFILE_FICLONE })
  return copy
}

function rowsOf({ sent, cpuMs, wallMs, peakMb, pauses }, { messages, bytes }) {
  const aCpuSecond = sent / (cpuMs / 1_000)
  const isWhole = sent === SUBSCRIBERS && messages === SUBSCRIBERS
  return [
    {
      figure: `an edition to ${rounded(SUBSCRIBERS)} subscribers`,
      measured: `${rounded(aCpuSecond)} messages for each CPU second`,
      target: `≥ ${A_CPU_SECOND}`,
      ratio: (aCpuSecond / A_CPU_SECOND).toFixed(2),
      holds: isWhole && aCpuSecond >= A_CPU_SECOND,
      note: `${rounded(messages)} messages of ${rounded(bytes / messages / 1_000)} KB came in ${rounded(wallMs / 1_000)} s, ${rounded(sent / (wallMs / 1_000))} a second`,
    },
    {
      figure: 'memory of the process that sends it',
      measured: `${rounded(peakMb)} MB at most`,
      target: `≤ ${MOST_MB} MB`,
      ratio: (peakMb / MOST_MB).toFixed(2),
      holds: peakMb <= MOST_MB,
    },
    {
      figure: 'the longest that readers would wait for it',
      measured: `${rounded(pauses.mostMs)} ms at most, ${rounded(pauses.at999Ms)} ms at the 999th of 1,000`,
      target: `aim ${PAUSE_MS} ms`,
      ratio: (pauses.mostMs / PAUSE_MS).toFixed(2),
      note: 'a pause lasts as long as the disk takes to keep what a transaction wrote',
    },
  ]
}
