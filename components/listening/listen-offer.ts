/** The offer of a page to be listened to. */
export type ListenOffer = {
  /** The address of the list of sounds, as JSON. */
  list: string
  /** The address of the player's module. */
  player: string
  /** `browser`: only a voice of the reader's own browser can read it, if there is one. */
  voice: 'server' | 'browser'
  isAutomated: boolean
  /** The recording was made before the last change of the text. */
  isOlderThanText: boolean
}
