/* Finds a Chromium for the browser tests, or installs one: Playwright's own installer first, else Debian's package. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const SYSTEM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const INSTALLER_LIMIT_MS = 4 * 60_000
const PACKAGE_LIMIT_MS = 5 * 60_000

/** The path of a Chromium that runs. @throws when there is none and none can be installed */
export async function findChromium({ say = () => {} } = {}) {
  for (const name of ['PRESS_CHROMIUM', 'CHROME_PATH']) {
    const file = process.env[name]
    if (!file) continue
    if (runs(file)) return file
    throw new Error(`${name} names ${file}, which does not run as a browser. Correct it, or leave it out.`)
  }
  const present = (await playwrightsOwn()) ?? systems()
  if (present) return present

  say('No Chromium here; installing one…')
  install()
  const installed = (await playwrightsOwn()) ?? systems()
  if (installed) return installed
  throw new Error(
    'No Chromium was found and none could be installed. Install one and name it in PRESS_CHROMIUM.',
  )
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return file && runs(file) ? file : null
}

function systems() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const files = SYSTEM_NAMES.flatMap(name => folders.map(folder => path.join(folder, name)))
  return [...files, ...APPLICATIONS].find(runs) ?? null
}

function runs(file) {
  if (!fs.existsSync(file)) return false
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function install() {
  const isRoot = process.getuid?.() === 0
  const playwright = [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install']
  run(process.execPath, [...playwright, ...(isRoot ? ['--with-deps'] : []), 'chromium'], INSTALLER_LIMIT_MS)
  if (!isRoot || systems()) return
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], PACKAGE_LIMIT_MS, environment)
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    PACKAGE_LIMIT_MS,
    environment,
  )
}

/* Whether it worked is seen by looking for a browser afterwards. */
function run(command, args, timeout, environment = {}) {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout,
    killSignal: 'SIGKILL',
    env: { ...process.env, ...environment },
  })
}
