/*
 * The build names the files of the readers' script and of the style of feeds. The server reads those names, and pages
 * ask here. Every copy of this module shares one list.
 */
const key = Symbol.for('arab-press.enhance-files')
const shared = globalThis as { [key]?: Record<string, string> }

/** Sets the list that the build wrote; the server calls it at start. */
export function setEnhanceFiles(files: Record<string, string>): void {
  shared[key] = files
}

/** The address of a module of enhance/, by the name of its file without the ending: `lightbox`. */
export function enhanceFile(name: string): string {
  return shared[key]?.[name] ?? `/enhance/${name}.js`
}

/** The address of the styles of blocks that few articles have: components/body/extra-blocks.css. */
export function extraBlocksStyleFile(): string {
  return shared[key]?.['extra-blocks.css'] ?? '/enhance/extra-blocks.css'
}

/** The address of the styles of the player's dock: components/listening/dock.css. */
export function dockStyleFile(): string {
  return shared[key]?.['dock.css'] ?? '/enhance/dock.css'
}

/** The address of the styles of the newsletters' own pages: components/newsletter/newsletter-pages.css. */
export function newsletterStyleFile(): string {
  return shared[key]?.['newsletter-pages.css'] ?? '/enhance/newsletter-pages.css'
}

/** The address of the styles of the search page: components/search/search.css. */
export function searchStyleFile(): string {
  return shared[key]?.['search.css'] ?? '/enhance/search.css'
}

/** The address of the style sheet that browsers show feeds with. */
export function feedStyleFile(): string {
  return shared[key]?.['feed.css'] ?? '/enhance/feed.css'
}
