import type { Item, List } from './list.ts'

type Acts = { play: () => void; pause: () => void; next: () => void; previous: () => void }

/** Arms the keys of headsets, lock screens and keyboards. No seeking: iOS shows one pair of buttons, and it is for stories. */
export function armMediaKeys({ play, pause, next, previous }: Acts): void {
  const session = navigator.mediaSession
  if (!session) return
  session.setActionHandler('play', play)
  session.setActionHandler('pause', pause)
  session.setActionHandler('nexttrack', next)
  session.setActionHandler('previoustrack', previous)
}

/** Tells the device what plays. */
export function tellDevice({ headline, picture }: Item, { site, title }: List): void {
  if (!navigator.mediaSession) return
  const artwork = picture ? [{ src: new URL(picture, location.href).href, type: 'image/webp' }] : []
  navigator.mediaSession.metadata = new MediaMetadata({
    title: headline,
    artist: site,
    album: title,
    artwork,
  })
}
