/*
 * The part of the player that every page carries: somebody who listens, or listened, may come to any of them from
 * another one.
 */
import { whenActivated } from '#enhance/page/when-activated.ts'
import { isPlaying } from './is-playing.ts'
import type { NavigateEvent } from './swap.ts'

type Player = { resume: () => void }

/** Puts the player back that stood on the page before this one. */
export function resumeListening(): void {
  whenActivated(putBack)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) putBack()
  })
}

function putBack(): void {
  let player: string | null = null
  try {
    player = sessionStorage.getItem('press.player')
  } catch {
    /* A browser that stores nothing has no player to put back. */
  }
  if (player) import(player).then((loaded: Player) => loaded.resume())
}

/**
 * Loads the page that a reader goes back to, when it was shown in the place of this one: the browser changes nothing
 * but the address then. While something plays, the player does better.
 */
export function loadOnReturn(): void {
  const { navigation } = window as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', event => {
    const going = event as NavigateEvent
    const isReturn = going.navigationType === 'traverse' && going.destination.sameDocument
    if (isReturn && !going.hashChange && !isPlaying())
      going.intercept({ handler: async () => location.reload() })
  })
}
