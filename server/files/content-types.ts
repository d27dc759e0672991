import path from 'node:path'

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/** The content type of a file by its name; bytes without meaning when the ending is not known. */
export function contentTypeOf(file: string): string {
  if (path.basename(file) === 'speculation-rules.json') return 'application/speculationrules+json'
  return types[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
}

/** Whether a path names a file rather than a page, so that a missing one is answered without a page. */
export function looksLikeAsset(pathname: string): boolean {
  const extension = path.extname(pathname).toLowerCase()
  return extension in types && !['.html', '.json', '.txt', '.xml'].includes(extension)
}
