/* The voice of the reader's own browser. It is loaded where no better one is there. */
import type { Piece } from './player/list.ts'
import type { Listener, Output } from './player/output.ts'

/* Nobody knows how long a voice takes; this is what most take for a letter, at their usual speed. */
const LETTERS_A_SECOND = 13
/* A voice that has not ended a piece in twice its time hangs. */
const PATIENCE = 2
const TICK_MS = 500

/**
 * Reads pieces one by one, because Chrome stops a long text after some seconds. To pause is to stop and to remember the
 * piece: on Android nothing else works.
 */
export function speechOutput(
  pieces: readonly Piece[],
  voice: SpeechSynthesisVoice,
  { changed, ended, failed }: Listener,
): Output {
  const synthesis = globalThis.speechSynthesis
  const lengths = pieces.map(({ text, pauseMs }) => text.length / LETTERS_A_SECOND + pauseMs / 1000)
  const startOf = (piece: number) => lengths.slice(0, piece).reduce((sum, length) => sum + length, 0)
  const whole = startOf(pieces.length)
  let current = 0
  let begunAt = 0
  let speed = 1
  let timers: ReturnType<typeof setTimeout>[] = []
  let turn = 0
  /* Without this the browser may forget it, and its end is never told. */
  let utterance: SpeechSynthesisUtterance | null = null
  const isSpeaking = () => timers.length > 0

  function halt(): void {
    turn++
    for (const timer of timers) clearTimeout(timer)
    timers = []
    synthesis.cancel()
  }

  function say(): Promise<void> {
    halt()
    const piece = pieces[current]
    if (!piece) {
      current = 0
      ended()
      return Promise.resolve()
    }
    const mine = turn
    begunAt = performance.now()
    utterance = new SpeechSynthesisUtterance(piece.text)
    utterance.lang = voice.lang
    utterance.voice = voice
    utterance.rate = speed
    const goOn = () => {
      if (mine !== turn) return
      current++
      timers.push(setTimeout(say, piece.pauseMs / speed))
    }
    timers.push(setInterval(changed, TICK_MS))
    timers.push(setTimeout(goOn, (2_000 + (lengths[current] ?? 0) * 1000 * PATIENCE) / speed))
    const begun = new Promise<void>((resolve, reject) => {
      if (!utterance) return
      utterance.onstart = () => resolve()
      utterance.onend = () => {
        resolve()
        goOn()
      }
      utterance.onerror = ({ error }) => {
        if (mine !== turn || error === 'canceled' || error === 'interrupted') return resolve()
        halt()
        if (error === 'not-allowed') reject(new DOMException('', 'NotAllowedError'))
        else failed()
        resolve()
      }
    })
    synthesis.speak(utterance)
    changed()
    return begun
  }

  return {
    get time() {
      const since = isSpeaking() ? ((performance.now() - begunAt) / 1000) * speed : 0
      return startOf(current) + Math.min(since, lengths[current] ?? 0)
    },
    length: whole,
    get isPaused() {
      return !isSpeaking()
    },
    play: say,
    pause: () => {
      halt()
      changed()
    },
    seek: to => {
      current = 0
      while (current < pieces.length - 1 && startOf(current + 1) <= to) current++
      if (isSpeaking()) void say()
      else changed()
    },
    setSpeed: wanted => {
      speed = wanted
      if (isSpeaking()) void say()
    },
    stop: halt,
  }
}
