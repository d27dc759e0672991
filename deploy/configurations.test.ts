import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const here = path.dirname(new URL(import.meta.url).pathname)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deploy-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const read = (file: string) => fs.readFileSync(path.join(here, file), 'utf8')
const isInstalled = (tool: string) => spawnSync('which', [tool]).status === 0
const run = (tool: string, args: string[]) => {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: 'utf8',
    env: { ...process.env, XDG_DATA_HOME: folder },
  })
  return { status, said: `${stdout}${stderr}` }
}

/** Each configuration is checked by the program that reads it; where that is not installed, the title says so. */
function checkedBy(tool: string, check: () => void) {
  const title = `${tool} accepts it`
  if (isInstalled(tool)) it(title, check)
  else it.skip(`${title} (skipped: ${tool} is not installed)`, check)
}

describe('the configuration of nginx', () => {
  checkedBy('nginx', () => {
    const certificate = path.join(folder, 'tls.pem')
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=news.example.org'],
      ...['-keyout', certificate, '-out', `${certificate}.crt`],
    ])
    expect(made.status).toBe(0)
    fs.writeFileSync(
      path.join(folder, 'arab-press-cache.conf'),
      read('nginx/arab-press-cache.conf').replace('/var/cache/nginx', folder),
    )
    fs.copyFileSync(
      path.join(here, 'nginx/arab-press-locations.conf'),
      path.join(folder, 'arab-press-locations.conf'),
    )
    const site = read('nginx/arab-press.conf')
      .replaceAll('/etc/nginx/arab-press/', `${folder}/`)
      .replace(/\/etc\/letsencrypt\/\S*fullchain.pem/, `${certificate}.crt`)
      .replace(/\/etc\/letsencrypt\/\S*privkey.pem/, certificate)
    fs.writeFileSync(
      path.join(folder, 'nginx.conf'),
      `pid ${folder}/pid; error_log ${folder}/errors; events {} http { access_log off; ${site} }`,
    )
    const { status, said } = run('nginx', ['-t', '-c', path.join(folder, 'nginx.conf')])
    expect(said).toContain('syntax is ok')
    expect(status).toBe(0)
  })
})

describe.each(['caddy/Caddyfile', 'docker/Caddyfile', 'docker/Caddyfile.many'])('%s', file => {
  checkedBy('caddy', () => {
    const { status, said } = run('caddy', [
      ...['validate', '--adapter', 'caddyfile', '--config', path.join(here, file)],
    ])
    expect(said).toContain('Valid configuration')
    expect(status).toBe(0)
  })
})

describe('the unit of systemd', () => {
  checkedBy('systemd-analyze', () => {
    /* The program and its folder are there only where it is installed. */
    const unit = path.join(folder, 'arab-press.service')
    fs.writeFileSync(unit, read('systemd/arab-press.service').replace('/usr/bin/node', process.execPath))
    const { said } = run('systemd-analyze', ['verify', unit])
    expect(said.split('\n').filter(line => line.includes('arab-press.service'))).toEqual([])
  })
})

describe('the configuration of Litestream', () => {
  it('sends the database of the unit of systemd', () => {
    const { dbs } = parse(read('litestream/litestream.yml'))
    const [, dataDir] = /PRESS_DATA=(\S+)/.exec(read('systemd/arab-press.service')) ?? []
    expect(dbs.map((database: { path: string }) => database.path)).toEqual([`${dataDir}/press.db`])
  })
})
