/* Sounds and browsers' voices behind one interface, so that the player need not know which of them speaks. */

export type Output = {
  readonly time: number
  readonly length: number
  readonly isPaused: boolean
  /** Rejects where the browser wants a press first. */
  play: () => Promise<void>
  pause: () => void
  seek: (seconds: number) => void
  setSpeed: (speed: number) => void
  /** Ends it for good: another one takes its place. */
  stop: () => void
}

export type Listener = {
  /** Something to be shown has changed. */
  changed: () => void
  ended: () => void
  failed: () => void
}

/** A sound in the one audio element of the page. */
export function soundOutput(
  audio: HTMLAudioElement,
  { src, seconds }: { src: string; seconds: number },
  { changed, ended, failed }: Listener,
): Output {
  let isStopped = false
  const unless = (act: () => void) => () => {
    if (!isStopped) act()
  }
  audio.onplay = audio.onpause = audio.ontimeupdate = audio.onwaiting = unless(changed)
  audio.onended = unless(ended)
  audio.onerror = unless(failed)
  audio.src = src
  return {
    get time() {
      return audio.currentTime
    },
    get length() {
      return audio.duration || seconds
    },
    get isPaused() {
      return audio.paused
    },
    play: () => audio.play(),
    pause: () => audio.pause(),
    seek: to => {
      audio.currentTime = to
    },
    setSpeed: speed => {
      audio.defaultPlaybackRate = audio.playbackRate = speed
    },
    stop: () => {
      isStopped = true
      audio.pause()
      audio.removeAttribute('src')
    },
  }
}
