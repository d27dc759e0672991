import fs from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { ExpectedError } from '#errors/expected-error.ts'
import { setEnhanceFiles } from '#request/enhance-files.ts'
import { staticFiles } from '#server/files/static-files.ts'
import type { Handler } from '#server/handler.ts'
import type { FrameworkHandler } from './render-page.ts'

export type Framework = { handler: FrameworkHandler; close: () => Promise<void> }

type Options = {
  root: string
  dev: boolean
  port: number
  host: string
  /** The server over which the framework talks to its own script in the browser, in development. */
  server?: Server
}

const LOOK_EVERY_MS = 200

/** @throws ExpectedError `start.notBuilt` */
export function checkBuilt(root: string): void {
  if (fs.existsSync(path.join(builtDir(root), 'BUILD_ID'))) return
  throw new ExpectedError('start.notBuilt')
}

/** Starts Next, which renders pages and does nothing else. */
export async function startFramework({ root, dev, port, host, server }: Options): Promise<Framework> {
  readEnhanceFiles(root)
  if (dev) fs.watchFile(enhanceList(root), { interval: LOOK_EVERY_MS }, () => readEnhanceFiles(root))
  /* Next reads NODE_ENV while it loads, so it is imported late. */
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, port, hostname: host, httpServer: server })
  await app.prepare()
  return { handler: app.getRequestHandler(), close: () => app.close() }
}

/** Answers files without the framework. In development the framework serves its own. */
export function frameworkFiles(root: string, dev: boolean, headers: Record<string, string>): Handler {
  const builtDirs = dev ? [] : [path.join(root, 'dist/former-static'), path.join(builtDir(root), 'static')]
  return staticFiles({ publicDir: path.join(root, 'public'), builtDirs, headers, isGrowing: dev })
}

/** The folders that framework-routes.ts reads. */
export function routeFiles(root: string, dev: boolean): { sources: string; built: string | null } {
  return { sources: path.join(root, 'app'), built: dev ? null : builtDir(root) }
}

function builtDir(root: string): string {
  return path.resolve(root, process.env.PRESS_NEXT_DIR || '.next')
}

function readEnhanceFiles(root: string): void {
  const list = enhanceList(root)
  if (fs.existsSync(list)) setEnhanceFiles(JSON.parse(fs.readFileSync(list, 'utf8')))
}

function enhanceList(root: string): string {
  return path.join(root, 'dist', 'enhance-files.json')
}
