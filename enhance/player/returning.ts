/*
 * The part of the player that every page carries: somebody who listens, or listened, may come to any of them from
 * another one.
 */
import { whenActivated } from '#enhance/page/when-activated.ts'

type Player = { resume: () => void }

/**
 * Loads the player where one was opened in this tab before. It shows itself when it stood on the page before this one, and
 * brings back pages that it showed in the place of others.
 */
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
  if (player)
    import(player).then(
      (loaded: Player) => loaded.resume(),
      /* A newer portal has another one. */
      () => undefined,
    )
}
