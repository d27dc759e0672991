/* Runs npm. Runs on older Nodes too. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { endBySignal, handOnSignals } from '#scripts/signals.mjs'

const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error']

/**
 * Runs the npm that runs us, the one beside this Node, or whatever the path has. It is heard only when it fails.
 * @throws {Error}
 */
export async function runNpm(args, { cwd }) {
  const cli = npmCli()
  const command = cli ? process.execPath : 'npm'
  const child = spawn(command, [...(cli ? [cli] : []), ...args, ...QUIET], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    /* There it is a batch file. */
    shell: !cli && process.platform === 'win32',
  })
  const said = []
  child.stdout.on('data', chunk => said.push(chunk))
  child.stderr.on('data', chunk => said.push(chunk))
  const { code, interruption } = await handOnSignals(child).catch(() => {
    throw new Error('npm was not found.')
  })
  if (interruption) endBySignal(interruption)
  if (code === 0) return
  throw new Error(`${Buffer.concat(said)}npm ${args[0]} did not work. Its own words stand above.`)
}

function npmCli() {
  const bin = path.dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath,
    path.join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(bin, 'node_modules/npm/bin/npm-cli.js'),
  ]
  return candidates.find(file => file && /npm-cli\.c?js$/.test(file) && fs.existsSync(file))
}
