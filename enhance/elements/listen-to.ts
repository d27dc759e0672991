/*
 * Why this needs script: only script can play one sound after the other, or ask the browser for its own voice. The
 * player itself is loaded when somebody presses.
 */
type Player = {
  press: (button: HTMLElement, audio: HTMLAudioElement) => void
}

/** Takes `data-list`, `data-player`, `data-voice`, `data-failed` and a button; the page hides it until it can work. */
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
      /* Some browsers let only a sound or a voice that was touched by the gesture itself play later. */
      const audio = new Audio()
      audio.load()
      if (hasVoice()) speechSynthesis.speak(new SpeechSynthesisUtterance(''))
      load(player).then(
        loaded => loaded.press(this, audio),
        () => {
          const words = this.querySelector('button span')
          if (words) words.textContent = this.dataset.failed ?? ''
        },
      )
    }
  }
}

let loading: Promise<Player> | undefined
let failures = ''

/* Firefox never asks again for a module that could not be loaded, unless its address is another one. */
function load(player: string): Promise<Player> {
  loading ??= import(player + failures).catch(error => {
    loading = undefined
    failures += '#'
    throw error
  })
  return loading as Promise<Player>
}

function hasVoice(): boolean {
  const { lang } = document.documentElement
  return globalThis.speechSynthesis?.getVoices().some(voice => voice.lang.startsWith(lang)) ?? false
}
