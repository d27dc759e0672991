/*
 * Shows the next page in the place of this one while something plays, so that it is not interrupted. Whatever is
 * unexpected becomes an ordinary load.
 */
type NavigateEvent = Event & {
  canIntercept: boolean
  hashChange: boolean
  downloadRequest: string | null
  formData: FormData | null
  navigationType: 'push' | 'replace' | 'reload' | 'traverse'
  destination: { url: string; sameDocument: boolean }
  signal: AbortSignal
  intercept: (options: { focusReset: 'manual'; scroll: 'manual'; handler: () => Promise<void> }) => void
  scroll: () => void
}

type Options = {
  isPlaying: () => boolean
  /** The dock, which stays. */
  dock: HTMLElement
  /** After a page was shown in the place of another one. */
  shown: () => void
}

const STYLES_MS = 3_000
let isArmed = false

/** Begins to show pages in the place of this one, where the browser can. */
export function armSwaps(options: Options): void {
  const { navigation } = window as { navigation?: EventTarget }
  if (!navigation || isArmed) return
  isArmed = true
  navigation.addEventListener('navigate', event => {
    const going = event as NavigateEvent
    const { navigationType, destination, signal } = going
    if (!going.canIntercept || going.hashChange || going.downloadRequest !== null || going.formData) return
    /* The browser changes nothing but the address when a reader goes back to a page in whose place this one was shown. */
    const isReturn = navigationType === 'traverse' && destination.sameDocument
    if (!isReturn && (destination.sameDocument || navigationType === 'reload' || !options.isPlaying())) return
    const url = new URL(destination.url)
    if (!isOurs(url)) return
    going.intercept({
      focusReset: 'manual',
      scroll: 'manual',
      handler: async () => {
        const isDone = options.isPlaying() && (await swapTo(url, going, options).catch(() => false))
        if (!isDone && !signal.aborted) location.reload()
      },
    })
  })
}

/* A page for readers in the language of this one: another language has other faces, words and directions. */
function isOurs({ origin, pathname }: URL): boolean {
  const [, locale, first] = pathname.split('/')
  return (
    origin === location.origin &&
    locale === document.documentElement.lang &&
    first !== 'newsroom' &&
    !/\.\w+$/.test(pathname)
  )
}

async function swapTo(url: URL, event: NavigateEvent, { dock, shown }: Options): Promise<boolean> {
  const response = await fetch(url, { signal: event.signal })
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html')
  if (!isPage || response.status >= 500 || new URL(response.url).pathname !== url.pathname) return false
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  const html = document.documentElement
  if (next.documentElement.lang !== html.lang || !next.querySelector('main')) return false
  await loadStyles(next)
  if (event.signal.aborted) return true
  const replace = () => {
    const { breaking } = next.documentElement.dataset
    if (breaking === undefined) delete html.dataset.breaking
    else html.dataset.breaking = breaking
    replaceHead(next)
    document.body.replaceChildren(...document.adoptNode(next.body).childNodes, dock)
    event.scroll()
    focusPage()
    shown()
    countRead(response)
  }
  const { startViewTransition } = document as {
    startViewTransition?: (update: () => void) => { updateCallbackDone: Promise<void> }
  }
  if (startViewTransition) await startViewTransition.call(document, replace).updateCallbackDone
  else replace()
  return true
}

/** Puts the focus where the page begins, and leaves it scrolled as it is. */
export function focusPage(): void {
  const heading = document.querySelector<HTMLElement>('h1') ?? document.querySelector('main')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/* Styles stay once they are there: they stand in no page's way. */
const STAYS = 'link[rel="stylesheet"], style, script:not([type="application/ld+json"])'

function replaceHead(next: Document): void {
  const { head } = document
  for (const each of [...head.children]) if (!each.matches(STAYS)) each.remove()
  for (const each of [...next.head.children]) if (!each.matches(STAYS)) head.append(each)
  for (const script of next.querySelectorAll('script[src]')) runScript(script.getAttribute('src') ?? '')
}

/* A module runs once in a document, however often it is named. */
function runScript(src: string): void {
  if (document.querySelector(`script[src="${src}"]`)) return
  const script = Object.assign(document.createElement('script'), { type: 'module', src })
  document.head.append(script)
}

function loadStyles(next: Document): Promise<unknown> {
  const links = [...next.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(
    link => !document.querySelector(`link[rel="stylesheet"][href="${link.getAttribute('href')}"]`),
  )
  return Promise.all(
    links.map(
      link =>
        new Promise(resolve => {
          link.onload = link.onerror = resolve
          setTimeout(resolve, STYLES_MS)
          document.head.append(link)
        }),
    ),
  )
}

/* The server does not count what a script fetches, and says so. */
function countRead({ headers }: Response): void {
  const article = document.querySelector<HTMLMetaElement>('meta[name="press:read"]')?.content
  if (article && headers.get('Server-Timing')?.includes('beacon')) navigator.sendBeacon(`/read/${article}`)
}
