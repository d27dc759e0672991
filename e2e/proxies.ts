import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#scripts/free-port.mjs'
import { terminate } from './own-portal.ts'

/** A proxy in front of our portals, with the configuration of deploy/. */
export type ProxyBefore = { origin: string; stop: () => Promise<void> }

/** Whether a program is installed; tests that need a missing one are skipped. */
export function isInstalled(program: 'nginx' | 'caddy'): boolean {
  return spawnSync(program, [program === 'nginx' ? '-v' : 'version']).status === 0
}

export async function startNginx(portals: number[]): Promise<ProxyBefore> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'before-portals-'))
  const port = await freePort()
  const cache = fs
    .readFileSync('deploy/nginx/arab-press-cache.conf', 'utf8')
    .replace('/var/cache/nginx', folder)
    .replaceAll(/server 127\.0\.0\.1:3000(.*;)/g, (_, rest) =>
      portals.map(portal => `server 127.0.0.1:${portal}${rest}`).join(' '),
    )
  fs.writeFileSync(path.join(folder, 'cache.conf'), cache)
  fs.writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${folder}/pid; error_log ${folder}/errors; events {}
     http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
       include ${folder}/cache.conf;
       server { listen 127.0.0.1:${port}; include ${path.resolve('deploy/nginx/arab-press-locations.conf')}; } }`,
  )
  const args = ['-e', `${folder}/errors`, '-c', path.join(folder, 'nginx.conf')]
  return answering(spawn('nginx', args, { stdio: 'ignore' }), port, folder)
}

export async function startCaddy(portals: number[]): Promise<ProxyBefore> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'before-portals-'))
  const port = await freePort()
  const site = fs
    .readFileSync('deploy/docker/Caddyfile.many', 'utf8')
    .replace('news.example.org', `http://127.0.0.1:${port}`)
    .replaceAll('portal-one:3000 portal-two:3000', portals.map(portal => `127.0.0.1:${portal}`).join(' '))
  const file = path.join(folder, 'Caddyfile')
  fs.writeFileSync(file, `{\n\tadmin off\n}\n${site}`)
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const args = ['run', '--adapter', 'caddyfile', '--config', file]
  return answering(spawn('caddy', args, { stdio: 'ignore', env }), port, folder)
}

const START_LIMIT_MS = 20_000

async function answering(child: ChildProcess, port: number, folder: string): Promise<ProxyBefore> {
  const origin = `http://127.0.0.1:${port}`
  const deadline = Date.now() + START_LIMIT_MS
  const answers = () =>
    fetch(`${origin}/ar`).then(
      answer => answer.ok,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`${child.spawnfile} does not answer`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    origin,
    stop: async () => {
      await terminate(child)
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
