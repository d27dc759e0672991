import fs from 'node:fs'
import path from 'node:path'
import { programFile } from '#bench/programs.mjs'
import { startServer } from './pinned.mjs'

/**
 * Starts nginx with one worker and precompressed files, the best that a static file server can do.
 * @param {{ dir: string, port: number, bodies: Record<string, Buffer> }} options bodies: by coding, `br` and `gzip`
 */
export async function startStaticNginx({ dir, port, bodies }) {
  fs.mkdirSync(path.join(dir, 'files'), { recursive: true })
  const places = Object.entries(bodies).map(([coding, body]) => {
    fs.writeFileSync(path.join(dir, 'files', coding), body)
    return `
    location = /${coding} {
      default_type "text/html; charset=utf-8";
      add_header Content-Encoding ${coding};
      add_header Cache-Control "public, max-age=0, s-maxage=1";
      add_header Vary Accept-Encoding;
    }`
  })
  return startNginx({
    dir,
    port,
    http: `
  open_file_cache max=100;
  open_file_cache_valid 60s;
  server {
    listen 127.0.0.1:${port};
    root ${path.join(dir, 'files')};${places.join('')}
  }`,
    url: `http://127.0.0.1:${port}/${Object.keys(bodies)[0]}`,
  })
}

/**
 * Starts nginx with the three shipped configuration files. Addresses and folders are replaced, and TLS is left out,
 * because the static files it is compared with are served without TLS too.
 */
export async function startShippedNginx({ dir, port, portalPort, configuration }) {
  fs.mkdirSync(dir, { recursive: true })
  const folder = path.dirname(configuration)
  for (const name of fs.readdirSync(folder).filter(each => each !== path.basename(configuration))) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    fs.writeFileSync(path.join(dir, name), moved(text, { dir, port, portalPort }))
  }
  const site = moved(fs.readFileSync(configuration, 'utf8'), { dir, port, portalPort })
  return startNginx({ dir, http: site, url: `http://127.0.0.1:${port}/en` })
}

function moved(text, { dir, port, portalPort }) {
  return text
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${portalPort}`)
    .replaceAll('/etc/nginx/arab-press/', `${dir}/`)
    .replaceAll('/var/cache/nginx/', `${dir}/cache-`)
    .replace(/^server \{[^}]*return 301[^}]*\}/gm, '')
    .replace(/^\s*listen \[::\]:.*$/gm, '')
    .replace(/listen 443 [^;]*;/g, `listen 127.0.0.1:${port};`)
    .replace(/^\s*ssl_\w+ .*$/gm, '')
}

async function startNginx({ dir, http, url }) {
  fs.mkdirSync(path.join(dir, 'temp'), { recursive: true })
  const file = path.join(dir, 'nginx.conf')
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `  ${name}_temp_path ${path.join(dir, 'temp', name)};`)
    .join('\n')
  const isRoot = process.getuid?.() === 0
  fs.writeFileSync(
    file,
    `${isRoot ? 'user root;\n' : ''}pid ${path.join(dir, 'nginx.pid')};
daemon off;
worker_processes 1;
error_log stderr warn;
events { worker_connections 4096; multi_accept on; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  keepalive_timeout 65s;
${temp}
${http}
}
`,
  )
  return startServer('nginx', programFile('nginx'), ['-p', dir, '-e', 'stderr', '-c', file], { url })
}
