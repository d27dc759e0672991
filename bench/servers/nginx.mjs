import fs from 'node:fs'
import path from 'node:path'
import { programFile } from '../programs.mjs'
import { startServer } from './pinned.mjs'

/**
 * Starts nginx, one worker, with files that lie compressed already: what a static file server can do at best.
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
 * Starts nginx with the configuration that is shipped, moved to another port, another portal and a folder of its
 * own, and otherwise as it is.
 */
export async function startShippedNginx({ dir, port, portalPort, configuration }) {
  const shipped = movedConfiguration(fs.readFileSync(configuration, 'utf8'), { dir, port, portalPort })
  const url = `http://127.0.0.1:${port}/en`
  if (/^\s*http\s*\{/m.test(shipped)) return startNginx({ dir, whole: shipped, url })
  return startNginx({ dir, http: shipped, url })
}

/** The shipped configuration with its addresses and folders changed; without TLS, which would be measured otherwise. */
export function movedConfiguration(text, { dir, port, portalPort }) {
  let isListening = false
  return text
    .replace(/^(\s*)listen\s+[^;]+;/gm, (_, indent) => {
      if (isListening) return ''
      isListening = true
      return `${indent}listen 127.0.0.1:${port};`
    })
    .replace(/^\s*(ssl_\w+|http2|http3|user|pid|load_module)\s+[^;]*;/gm, '')
    .replace(/^\s*server_name\s+[^;]+;/gm, '')
    .replace(/(127\.0\.0\.1|localhost):\d+(?=\s*[;/\s])/g, (whole, host) =>
      whole.endsWith(`:${port}`) ? whole : `${host}:${portalPort}`,
    )
    .replace(/\/var\/(cache|lib|log|www)\/[\w./-]+/g, whole => path.join(dir, whole.replaceAll('/', '-')))
}

async function startNginx({ dir, http, whole, url }) {
  fs.mkdirSync(path.join(dir, 'temp'), { recursive: true })
  const file = path.join(dir, 'nginx.conf')
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `  ${name}_temp_path ${path.join(dir, 'temp', name)};`)
    .join('\n')
  const isRoot = process.getuid?.() === 0
  const head = `${isRoot ? 'user root;\n' : ''}pid ${path.join(dir, 'nginx.pid')};\ndaemon off;\nworker_processes 1;\n`
  fs.writeFileSync(
    file,
    whole
      ? head + whole.replace(/^\s*(daemon|worker_processes)\s+[^;]*;/gm, '')
      : `${head}error_log stderr warn;
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
