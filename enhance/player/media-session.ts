import type { Item, List } from './list.ts'

type Acts = { play: () => void; pause: () => void; next: () => void; previous: () => void }

/* Some browsers that open news have none, as those within other programs. */
const session = navigator.mediaSession as MediaSession | undefined

/** Arms the keys of headsets, lock screens and keyboards. No seeking: iOS shows one pair of buttons, and it is for stories. */
export function armMediaKeys({ play, pause, next, previous }: Acts): void {
  session?.setActionHandler('play', play)
  session?.setActionHandler('pause', pause)
  session?.setActionHandler('nexttrack', next)
  session?.setActionHandler('previoustrack', previous)
}

/** Tells the device what plays. */
export function tellDevice({ headline, picture }: Item, { site, title }: List): void {
  if (!session) return
  const icon = document.querySelector<HTMLLinkElement>('link[rel=apple-touch-icon]')?.href ?? ''
  const src = picture ? new URL(picture, location.href).href : icon
  session.metadata = new MediaMetadata({ title: headline, artist: site, album: title, artwork: [{ src }] })
}

/** Tells the device whether it plays; `none` takes it off the lock screen. */
export function tellState(state: MediaSessionPlaybackState): void {
  if (!session) return
  session.playbackState = state
  if (state === 'none') session.metadata = null
}
