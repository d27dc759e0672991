/* The place in a list, kept in this tab, so that the next page goes on there. */

export type Saved = {
  /** The address of the list. */
  list: string
  story: number
  time: number
  isPlaying: boolean
  at: number
}

const KEY = 'press.player'
const PLACE = 'press.player.place'
const SPEED = 'press.speed'
export const SPEEDS = [1, 1.25, 1.5, 2, 0.75]

/** `module` is the address of the player, of the build that saves it. */
export function save(module: string, saved: Saved): void {
  attempt(() => {
    sessionStorage.setItem(KEY, module)
    sessionStorage.setItem(PLACE, JSON.stringify(saved))
  })
}

/** Forgets the place alone: pages that were shown in the place of others need the player as long as they can be returned to. */
export function forget(): void {
  attempt(() => sessionStorage.removeItem(PLACE))
}

export function savedPlace(): Saved | null {
  return attempt(() => JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Saved | null) ?? null
}

export function rememberedSpeed(): number {
  const speed = Number(attempt(() => localStorage.getItem(SPEED)))
  return SPEEDS.includes(speed) ? speed : 1
}

export function rememberSpeed(speed: number): void {
  attempt(() => localStorage.setItem(SPEED, String(speed)))
}

/* A browser may refuse to store anything; the player works for this page then. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
