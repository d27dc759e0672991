/*
 * Why this needs script: only script can play one sound after the other, or ask the browser for its own voice. The
 * player itself is loaded when somebody presses.
 */
type Player = {
  press: (button: HTMLElement, audio: HTMLAudioElement) => void
  resume: () => void
}

/** Takes `data-list`, `data-player`, `data-voice` and a button; the page hides it until it can work. */
export class ListenTo extends HTMLElement {
  connectedCallback(): void {
    const { player = '', voice } = this.dataset
    const show = () => {
      this.hidden = voice === 'browser' && !hasVoice()
    }
    show()
    if (this.hidden) globalThis.speechSynthesis?.addEventListener('voiceschanged', show)
    this.onclick = event => {
      if (!(event.target as Element).closest('button')) return
      /* Some browsers let only a sound that was touched by the gesture itself play later. */
      const audio = new Audio()
      audio.load()
      import(player).then((loaded: Player) => loaded.press(this, audio))
    }
  }
}

/** Puts the player back that stood on the page before this one. */
export function resumeListening(): void {
  const player = sessionStorage.getItem('press.player')
  if (player) import(player).then((loaded: Player) => loaded.resume())
}

function hasVoice(): boolean {
  const { lang } = document.documentElement
  return globalThis.speechSynthesis?.getVoices().some(voice => voice.lang.startsWith(lang)) ?? false
}
