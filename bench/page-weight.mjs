/**
 * The cost of a page for a first visit, as Chromium counts it: the bytes of all bodies on the wire, without headers.
 */

/** A mid-range phone, as Lighthouse emulates it. */
export const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  /*
   * Without the layout viewport of a mobile browser, which is 980 pixels wide for a moment and may select a larger
   * picture.
   */
  isMobile: false,
  hasTouch: true,
}

/**
 * @typedef {{ path: string, type: string, bytes: number }} Load
 * @typedef {{ loads: Load[], markup: number, script: number, fonts: number, requests: number, lead: number, shift: number }} Weight
 */

/**
 * Opens an address in a browser that has seen nothing yet.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {{ areFacesLate?: boolean }} [options] with faces that arrive only once everything was painted without them
 * @returns {Promise<Weight>}
 */
export async function weighPage(browser, url, { areFacesLate = false } = {}) {
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    if (areFacesLate) await holdFacesBack(page)
    /** @type {Promise<Load>[]} */
    const loading = []
    page.on('requestfinished', request => loading.push(loadOf(request)))
    await page.addInitScript(watchShifts)
    await page.goto(url, { waitUntil: 'networkidle' })
    const lead = await leadAddress(page)
    await page.evaluate(() => document.fonts.ready)
    const shiftAtRest = await shiftOf(page)
    const atRest = await Promise.all(loading)
    await scrollThrough(page)
    const shift = Math.max(shiftAtRest, await shiftOf(page))
    return summary(atRest, lead, shift)
  } finally {
    await context.close()
  }
}

/**
 * @param {Load[]} loads @param {string | null} lead @param {number} shift
 * @returns {Weight}
 */
function summary(loads, lead, shift) {
  /** @param {string[]} types */
  const sum = (...types) =>
    loads.filter(load => types.includes(load.type)).reduce((bytes, load) => bytes + load.bytes, 0)
  return {
    loads: loads.toSorted((a, b) => b.bytes - a.bytes),
    markup: sum('document', 'stylesheet', 'script'),
    script: sum('script'),
    fonts: sum('font'),
    requests: loads.filter(load => load.type !== 'image').length,
    lead: loads.find(load => load.path === lead)?.bytes ?? 0,
    shift,
  }
}

/** @param {import('@playwright/test').Request} request @returns {Promise<Load>} */
async function loadOf(request) {
  const { responseBodySize } = await request.sizes()
  const { pathname, search } = new URL(request.url())
  const isIcon = /^\/(icon|apple-icon|favicon)/.test(pathname)
  return { path: pathname + search, type: isIcon ? 'image' : request.resourceType(), bytes: responseBodySize }
}

/** The picture that the page leads with: the one it asks for before all others. @param {import('@playwright/test').Page} page */
async function leadAddress(page) {
  return page.evaluate(() => {
    const image =
      document.querySelector('main img[fetchpriority="high"]') ?? document.querySelector('main img')
    return image instanceof HTMLImageElement ? new URL(image.currentSrc || image.src).pathname : null
  })
}

/** @param {import('@playwright/test').Page} page */
async function holdFacesBack(page) {
  const painted = page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  )
  await page.route('**/*.woff2', async route => {
    await painted
    await route.continue()
  })
}

function watchShifts() {
  /** @type {{ value: number, startTime: number }[]} */
  const shifts = []
  Object.assign(window, { pressShifts: shifts })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!(/** @type {any} */ (entry).hadRecentInput)) {
        shifts.push({ value: /** @type {any} */ (entry).value, startTime: entry.startTime })
      }
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** The largest burst of shifts, as the Web Vitals define it. @param {import('@playwright/test').Page} page @returns {Promise<number>} */
function shiftOf(page) {
  return page.evaluate(() => {
    let largest = 0
    let burst = 0
    let begun = Number.NEGATIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    for (const { value, startTime } of /** @type {any} */ (window).pressShifts) {
      if (startTime - last > 1000 || startTime - begun > 5000) {
        burst = 0
        begun = startTime
      }
      burst += value
      last = startTime
      largest = Math.max(largest, burst)
    }
    return largest
  })
}

/** @param {import('@playwright/test').Page} page */
async function scrollThrough(page) {
  await page.evaluate(async () => {
    const step = window.innerHeight
    for (let top = 0; top < document.documentElement.scrollHeight; top += step) {
      window.scrollTo(0, top)
      await new Promise(resolve => setTimeout(resolve, 80))
    }
  })
  await page.waitForLoadState('networkidle')
}
