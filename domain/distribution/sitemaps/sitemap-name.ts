/** One sitemap of a language. Parts begin with 1; the first part of a month needs no number. */
export type SitemapName =
  | { kind: 'pages' }
  | { kind: 'news' }
  | { kind: 'topics' | 'authors'; part: number }
  | { kind: 'month'; year: number; month: number; part: number }

const MAX_PARTS = 10_000

export function sitemapFile(name: SitemapName): string {
  switch (name.kind) {
    case 'pages':
    case 'news':
      return `${name.kind}.xml`
    case 'topics':
    case 'authors':
      return `${name.kind}-${name.part}.xml`
    case 'month': {
      const { year, month, part } = name
      const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
      return part === 1 ? `${day}.xml` : `${day}-${part}.xml`
    }
  }
}

/** Parses a file name; null when it names no sitemap. Each sitemap has exactly one name. */
export function parseSitemapFile(file: string): SitemapName | null {
  const name = parsed(file)
  return name && sitemapFile(name) === file ? name : null
}

function parsed(file: string): SitemapName | null {
  if (file === 'pages.xml') return { kind: 'pages' }
  if (file === 'news.xml') return { kind: 'news' }
  const list = /^(topics|authors)-(\d{1,5})\.xml$/.exec(file)
  if (list) {
    const part = Number(list[2])
    return part > 0 && part <= MAX_PARTS ? { kind: list[1] === 'topics' ? 'topics' : 'authors', part } : null
  }
  const [, year, month, part = '1'] = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d{1,5}))?\.xml$/.exec(file) ?? []
  if (!year || !month || Number(part) === 0 || Number(part) > MAX_PARTS) return null
  return { kind: 'month', year: Number(year), month: Number(month), part: Number(part) }
}
