import type { EdgeServices } from './edge-services.ts'
import { adsTexts } from './files/ads-texts.ts'
import { indexNowKey } from './files/index-now-key.ts'
import { mediaFiles } from './files/media-files.ts'
import { missingFiles } from './files/missing-files.ts'
import { shareImages } from './files/share-images.ts'
import type { Handler } from './handler.ts'
import { listening } from './listening/listening.ts'
import { soundFiles } from './listening/sound-files.ts'
import { mailReports } from './newsletter/mail-reports.ts'
import { newsletter } from './newsletter/newsletter.ts'
import { newsroom } from './newsroom/newsroom.ts'
import { breakingFragment } from './pages/breaking-fragment.ts'
import { missingPages } from './pages/missing-pages.ts'
import { pages } from './pages/pages.ts'
import { readBeacon } from './read-counts/read-beacon.ts'
import { addressSpelling } from './redirects/address-spelling.ts'
import { languageChooser } from './redirects/language-chooser.ts'
import { oldAddresses } from './redirects/old-addresses.ts'
import { otherSpellings } from './redirects/other-spellings.ts'
import { shortLinks } from './redirects/short-links.ts'
import { developmentRequests } from './rendering/development-requests.ts'
import { otherMethods } from './responses/other-methods.ts'
import { searchSuggestions } from './search/search-suggestions.ts'

/**
 * Everything that the edge answers. A request goes down the list until a handler takes it; a page that is at hand never
 * comes here (edge.ts).
 */
export function edgeHandlers(services: EdgeServices): Handler[] {
  return [
    /* For machines that look after the portal: /healthz, /readyz, /metrics */
    services.health,
    ...(services.dev ? [developmentRequests(services)] : []),

    /* /ar/newsroom/… */
    newsroom(services),

    /* POST /ar/newsletter, /ar/newsletter/leave/… */
    newsletter(services),
    /* POST /newsletter/webhook */
    mailReports(services),
    /* POST /listen/ar/12 */
    listening(services),
    /* POST /read/12 */
    readBeacon(services),
    /* /ar/search/suggest?q=… */
    searchSuggestions(services),

    /* /breaking/ar */
    breakingFragment(services),

    /* /ads.txt, /app-ads.txt */
    adsTexts(services),
    /* /{key}.txt */
    indexNowKey(services),
    /* /fonts/…, /_next/static/… */
    services.files,
    /* /media/share-… */
    shareImages(services),
    /* /media/….mp3 */
    soundFiles(services),
    /* /media/… */
    mediaFiles(services),
    missingFiles(services),

    /* / */
    languageChooser(services),
    /* /a/12 */
    shortLinks(services),
    /* /AR//section/ */
    addressSpelling(services),
    /* /ar, /ar/section/12/slug, /ar/feed.xml, … */
    pages(services),
    /* Addresses of the newsroom's former system. They come last: a page of ours always wins. */
    oldAddresses(services),
    /* /a/12.  /en/rss  /En/Technology */
    otherSpellings(services),
    missingPages(services),

    otherMethods(services),
  ]
}
