/*
 * Why this needs script: a page that was fetched ahead, or came from a cache in front of the site, is read without
 * any request that says so. The header of its own navigation tells whether it is one.
 */

declare global {
  interface Document {
    /** Not in every browser. */
    readonly prerendering?: boolean
  }
}

/** Reports this page as read, once, when its answer asked for that and it is really shown. */
export function reportRead(): void {
  const articleId = document.querySelector<HTMLMetaElement>('meta[name="press:read"]')?.content
  if (articleId && isAskedFor()) whenShown(() => navigator.sendBeacon(`/read/${articleId}`))
}

function isAskedFor(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  /* Back to a page that has been reported when it was new. */
  if (!navigation || navigation.type === 'back_forward') return false
  /* Without TLS, browsers do not tell. */
  const timings = navigation.serverTiming ?? []
  return timings.some(({ name, description }) => name === 'read' && description === 'beacon')
}

function whenShown(act: () => void): void {
  const shown = new AbortController()
  const actIfShown = () => {
    if (document.prerendering || document.visibilityState !== 'visible') return
    shown.abort()
    act()
  }
  document.addEventListener('prerenderingchange', actIfShown, { signal: shown.signal })
  document.addEventListener('visibilitychange', actIfShown, { signal: shown.signal })
  actIfShown()
}
