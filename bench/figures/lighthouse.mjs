import { measuredPages } from '#bench/measured-pages.mjs'
import { demonstrationDir } from '#bench/newsrooms.mjs'
import { withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import { FIRST_PORT } from '#bench/settings.mjs'
import { findChromium } from '#scripts/test/find-chromium.mjs'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--no-first-run',
]

/** Lighthouse's four categories on a phone, for the front and an article in both languages. */
export async function lighthouse() {
  const { default: audit } = await import('lighthouse')
  const { launch } = await import('chrome-launcher')
  const chrome = await launch({ chromePath: await findChromium(), chromeFlags: FLAGS, logLevel: 'error' })
  try {
    return await withServers(async start => {
      const portal = await start(startPortal(demonstrationDir(), FIRST_PORT))
      const rows = []
      for (const { name, path } of await measuredPages(portal.origin)) {
        const options = { port: chrome.port, logLevel: 'error', onlyCategories: CATEGORIES }
        /* The very first visit makes the sizes of the pictures. */
        await audit(`${portal.origin}${path}`, options)
        const { lhr } = await audit(`${portal.origin}${path}`, options)
        rows.push(rowOf(name, lhr))
      }
      return rows
    })
  } finally {
    await chrome.kill()
  }
}

function rowOf(name, { categories, audits }) {
  const scores = CATEGORIES.map(id => Math.round(categories[id].score * 100))
  const short = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => `${id} ${audits[id].displayValue || audits[id].score}`),
  )
  return {
    figure: `Lighthouse, ${name}`,
    measured: scores.join(' · '),
    target: '100 · 100 · 100 · 100',
    ratio: '',
    holds: scores.every(score => score === 100),
    note: short.join(', ').replaceAll('\u00a0', ' ') || undefined,
  }
}
