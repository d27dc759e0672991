/*
 * Why this needs script: reading a page that was prefetched, or came from a cache in front of the site, sends no
 * request to count. The Server-Timing header of the navigation says whether this is such a page.
 */

import { whenActivated } from '#enhance/page/when-activated.ts'

/** Reports this page as read, once, when its response asks for that and the page becomes visible. */
export function reportRead(): void {
  const articleId = document.querySelector<HTMLMetaElement>('meta[name="press:read"]')?.content
  if (articleId && isReportWanted()) whenShown(() => navigator.sendBeacon(`/read/${articleId}`))
}

function isReportWanted(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  /* Going back shows a page that was reported the first time. */
  if (!navigation || navigation.type === 'back_forward') return false
  /* Browsers leave the timings out without TLS. */
  const timings = navigation.serverTiming ?? []
  return timings.some(({ name, description }) => name === 'read' && description === 'beacon')
}

function whenShown(act: () => void): void {
  whenActivated(() => {
    if (document.visibilityState === 'visible') act()
    else document.addEventListener('visibilitychange', act, { once: true })
  })
}
