import path from 'node:path'
import { root } from '#scripts/bundle.mjs'
import { startServer } from './pinned.mjs'

/** Starts the portal on its core with this data, as `npm start` would. */
export async function startPortal(dataDir, port, env = {}) {
  const origin = `http://127.0.0.1:${port}`
  const server = await startServer('The portal', process.execPath, [path.join(root, 'dist/server/main.js')], {
    cwd: root,
    url: `${origin}/en`,
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      PRESS_DATA: dataDir,
      PRESS_URL: origin,
      LOG_LEVEL: 'error',
      ...env,
    },
  })
  return { ...server, origin }
}

/** Starts the framework alone on the same build and data, as it would run without server/. */
export async function startBareNext(dataDir, port) {
  const origin = `http://127.0.0.1:${port}`
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const server = await startServer(
    'next start',
    process.execPath,
    [next, 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    {
      cwd: root,
      url: `${origin}/en`,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PRESS_DATA: dataDir, PRESS_URL: origin },
    },
  )
  return { ...server, origin }
}
