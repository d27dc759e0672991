import { chromium } from '@playwright/test'
import budget from '#bench/budget.json' with { type: 'json' }
import { measuredPages } from '#bench/measured-pages.mjs'
import { demonstrationDir } from '#bench/newsrooms.mjs'
import { weighPage } from '#bench/page-weight.mjs'
import { withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import { FIRST_PORT } from '#bench/settings.mjs'
import { rounded } from '#bench/table.mjs'
import { findChromium } from '#scripts/test/find-chromium.mjs'

/** The cost of a first visit on a phone: bytes, requests, fonts, the lead picture and layout shift. */
export async function weight() {
  const executablePath = await findChromium()
  const browser = await chromium.launch({ executablePath })
  try {
    return await withServers(async start => {
      const portal = await start(startPortal(demonstrationDir(), FIRST_PORT))
      const rows = []
      for (const { name, path } of await measuredPages(portal.origin)) {
        /* Twice, because the very first visit waits until the sizes of the pictures are made. */
        await weighPage(browser, `${portal.origin}${path}`)
        rows.push(...rowsOf(name, await weighPage(browser, `${portal.origin}${path}`)))
      }
      return rows
    })
  } finally {
    await browser.close()
  }
}

function rowsOf(name, { loads, markup, script, fonts, requests, lead, shift }) {
  const row = (what, value, limit, shown = rounded) => ({
    figure: `${name}: ${what}`,
    measured: shown(value),
    target: `≤ ${shown(limit)}`,
    ratio: (value / limit).toFixed(2),
    holds: value <= limit,
  })
  const heaviest = loads
    .filter(load => load.type !== 'image')
    .slice(0, 5)
    .map(({ path, bytes }) => `${decodeURIComponent(path).split('/').at(-1)} ${rounded(bytes)}`)
  return [
    { ...row('HTML + CSS + script, bytes', markup, budget.markupBytes), note: heaviest.join(', ') },
    row('script, bytes', script, budget.scriptBytes),
    row('requests without pictures', requests, budget.requestsWithoutPictures),
    row('fonts, bytes', fonts, budget.fontBytes),
    row('lead picture, bytes', lead, budget.leadPictureBytes),
    row('layout shift', shift, budget.layoutShift, number => number.toFixed(3)),
  ]
}
