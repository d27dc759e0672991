/* The server knows which names the build gave to the readers' script and to the style of feeds; pages ask here. One list for every copy of this module. */
const key = Symbol.for('arab-press.enhance-files')
const shared = globalThis as { [key]?: Record<string, string> }

/** Called by the server at start, with what the build wrote. */
export function setEnhanceFiles(files: Record<string, string>): void {
  shared[key] = files
}

/** The address of a module of enhance/, by its file's name without an ending: `lightbox`. */
export function enhanceFile(name: string): string {
  return shared[key]?.[name] ?? `/enhance/${name}.js`
}

/** The address of the style sheet that feeds are dressed with in a browser. */
export function feedStyleFile(): string {
  return shared[key]?.['feed.css'] ?? '/enhance/feed.css'
}
