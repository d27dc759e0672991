import fs from 'node:fs'
import path from 'node:path'
import { compressedBodies } from '#bench/compressed-bodies.mjs'
import { requestsASecond } from '#bench/load/wrk.mjs'
import { median } from '#bench/median.mjs'
import { articlePaths, newsroomOf } from '#bench/newsrooms.mjs'
import { missingPrograms } from '#bench/programs.mjs'
import { startShippedNginx, startStaticNginx } from '#bench/servers/nginx.mjs'
import { withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import {
  cacheDir,
  FIRST_PORT,
  NGINX_CONFIGURATION,
  ROUNDS,
  SMALL,
  WARM_UP_SECONDS,
} from '#bench/settings.mjs'
import { rounded, skipped } from '#bench/table.mjs'
import { root } from '#scripts/bundle.mjs'

const TARGET = 0.9
const FIGURE = 'cached article, behind the shipped nginx'

/** A cached article page through the shipped nginx configuration, which caches in front of the portal. */
export async function behindNginx() {
  const missing = missingPrograms(['wrk', 'nginx'])
  const isShipped = fs.existsSync(NGINX_CONFIGURATION)
  if (!isShipped) missing.push(`there is no ${path.relative(root, NGINX_CONFIGURATION)}`)
  if (missing.length > 0) return [skipped(FIGURE, `≥ ${TARGET} of nginx`, missing.join('; '))]
  const dataDir = await newsroomOf(SMALL)
  const [page] = await articlePaths(dataDir, 1)
  return withServers(async start => {
    const [portalPort, frontPort, staticPort] = [FIRST_PORT, FIRST_PORT + 1, FIRST_PORT + 2]
    const portal = await start(startPortal(dataDir, portalPort, { PRESS_TRUST_PROXY: '127.0.0.1' }))
    const bodies = await compressedBodies(`${portal.origin}${page}`)
    const dir = path.join(cacheDir, 'front')
    fs.rmSync(dir, { recursive: true, force: true })
    const shipped = { dir, port: frontPort, portalPort, configuration: NGINX_CONFIGURATION }
    await start(startShippedNginx(shipped))
    await start(startStaticNginx({ dir: path.join(cacheDir, 'static'), port: staticPort, bodies }))
    const urls = { front: `http://127.0.0.1:${frontPort}${page}`, file: `http://127.0.0.1:${staticPort}/br` }
    const rates = { front: [], file: [] }
    for (const url of Object.values(urls))
      await requestsASecond(url, { coding: 'br', seconds: WARM_UP_SECONDS })
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, url] of Object.entries(urls))
        rates[name].push(await requestsASecond(url, { coding: 'br' }))
    }
    const [front, file] = [median(rates.front), median(rates.file)]
    return [
      {
        figure: FIGURE,
        measured: `${rounded(front)}/s`,
        target: `≥ ${TARGET} of nginx's ${rounded(file)}/s`,
        ratio: (front / file).toFixed(2),
        holds: front >= TARGET * file,
      },
    ]
  })
}
