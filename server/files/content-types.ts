import path from 'node:path'
import { mimes } from 'mrmime'

/* Types that mrmime lacks, and one that it calls text/xml. */
const OUR_TYPES = new Map<string, string>([
  ['.ico', 'image/x-icon'],
  ['.xml', 'application/xml'],
])

/* The package's own look-up answers `x.constructor` with a function. */
const TYPES = new Map(Object.entries(mimes))

/** The content type of a file by its name; `application/octet-stream` when its ending is not known. */
export function contentTypeOf(file: string): string {
  if (path.basename(file) === 'speculation-rules.json') return 'application/speculationrules+json'
  const type = mediaType(file) ?? 'application/octet-stream'
  return /^text\/|^application\/(json|xml)$/.test(type) ? `${type}; charset=utf-8` : type
}

/** Whether a path names a part of a page rather than a page, so that a missing one is answered without a page. */
export function looksLikeAsset(pathname: string): boolean {
  /* Documents (.html, .json, .xml, .txt, .pdf) may be addresses of a former system. */
  const type = mediaType(pathname) ?? ''
  return (
    /^(image|font|audio|video)\/|^text\/(css|javascript)$|^application\/manifest/.test(type) ||
    path.extname(pathname).toLowerCase() === '.map'
  )
}

function mediaType(file: string): string | undefined {
  const extension = path.extname(file).toLowerCase()
  return extension === '' ? undefined : (OUR_TYPES.get(extension) ?? TYPES.get(extension.slice(1)))
}
