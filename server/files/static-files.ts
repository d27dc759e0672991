import fs from 'node:fs'
import path from 'node:path'
import type { Handler } from '#server/handler.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { type Coding, chooseCoding, compress } from '#server/responses/content-coding.ts'
import { isCompressible, send } from '#server/responses/send.ts'
import type { ByteRange } from './byte-range.ts'
import { contentTypeOf } from './content-types.ts'
import { sendFile } from './send-file.ts'

type Options = {
  publicDir: string
  /** Folders of the framework's files, that of the present build last. */
  builtDirs: string[]
  headers: Record<string, string>
  /** In development, where files come while the server runs. */
  isGrowing?: boolean
}

export const IMMUTABLE = 'public, max-age=31536000, immutable'
const REVALIDATED = 'public, max-age=3600'
const BEST_BROTLI = 11

/**
 * Answers the files of `public/` and of the framework's build. They are listed once, at start: a path that is not on
 * the list leads to no file.
 */
export function staticFiles({ publicDir, builtDirs, headers, isGrowing = false }: Options): Handler {
  const files = new Map([...list(publicDir, ''), ...builtDirs.flatMap(dir => list(dir, '/_next/static'))])
  const texts = new Map<string, Promise<Text>>()
  return {
    answer: exchange => {
      const pathname = `/${exchange.address.segments.join('/')}`
      const file = files.get(pathname) ?? (isGrowing ? new Map(list(publicDir, '')).get(pathname) : undefined)
      return file !== undefined && sendStatic(pathname, file, exchange)
    },
  }

  async function sendStatic(pathname: string, file: string, { request, response }: Exchange): Promise<true> {
    const contentType = contentTypeOf(file)
    const own = { ...headers, 'Cache-Control': isHashed(pathname) ? IMMUTABLE : REVALIDATED }
    if (!isCompressible(contentType)) {
      const { size, mtimeMs } = await fs.promises.stat(file)
      const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`
      const open = (range: ByteRange) => fs.createReadStream(file, range)
      await sendFile(request, response, { open, bytes: size, contentType, etag, headers: own })
      return true
    }
    const text = await remembered(texts, file, () => readText(file))
    const coding = chooseCoding(request.headers['accept-encoding'])
    const encoded = { [coding]: await text.encoded(coding) }
    await send(request, response, { status: 200, contentType, body: text.body, headers: own, encoded })
    return true
  }
}

type Text = { body: Buffer; encoded: (coding: Coding) => Promise<Buffer> }

/*
 * Style sheets and scripts are few and asked for with every first visit, so they are compressed once, as well as can
 * be.
 */
async function readText(file: string): Promise<Text> {
  const body = await fs.promises.readFile(file)
  const encodings = new Map<Coding, Promise<Buffer>>()
  return { body, encoded: coding => remembered(encodings, coding, () => compress(body, coding, BEST_BROTLI)) }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

function list(dir: string, prefix: string): [pathname: string, file: string][] {
  if (!fs.existsSync(dir)) return []
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.tmp'))
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name)
      return [`${prefix}/${path.relative(dir, file).split(path.sep).join('/')}`, file]
    })
}

/* All files of the framework carry a hash, and those of ours whose name shows one: `share.0a1b2c3d.js`. */
function isHashed(pathname: string): boolean {
  return pathname.startsWith('/_next/static/') || /[.-][0-9a-f]{8,64}\.[a-z0-9]+$/.test(pathname)
}
