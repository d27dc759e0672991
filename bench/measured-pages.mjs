import { fetchPage } from './load/fetch-page.mjs'

/** The pages that every newsroom has and every reader sees: the front and its lead article, in both languages. */
export async function measuredPages(origin) {
  const pages = []
  for (const locale of ['ar', 'en']) {
    const front = await fetchPage(`${origin}/${locale}`)
    const [, article] =
      new RegExp(`href="(/${locale}/[^/"]+/\\d+/[^"]+)"`).exec(mainOf(front.body.toString())) ?? []
    pages.push({ name: `front ${locale}`, path: `/${locale}` })
    if (article) pages.push({ name: `article ${locale}`, path: article })
  }
  return pages
}

const mainOf = html => html.slice(html.indexOf('<main'))
