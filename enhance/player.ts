/*
 * The player at the foot of the page, in at most 5 KB compressed. It is loaded when somebody presses, or when it stood
 * on the page before. Its words come with the list that it plays.
 */
import { armDock, dock, showDock, showQueue, showTime, toggleQueue, type View } from './player/dock.ts'
import { findSound, Gone } from './player/find-sound.ts'
import type { List, Piece } from './player/list.ts'
import { armMediaKeys, tellDevice, tellState } from './player/media-session.ts'
import { type Listener, type Output, soundOutput } from './player/output.ts'
import { forget, rememberedSpeed, rememberSpeed, SPEEDS, save, savedPlace } from './player/saved.ts'
import { armSwaps, focusPage } from './player/swap.ts'

type Speech = { speechOutput: (pieces: Piece[], voice: SpeechSynthesisVoice, listener: Listener) => Output }

const STEP_S = 15
/* Longer ago, the reader has turned to something else. */
const GOES_ON_MS = 20_000

let audio = new Audio()
let address = ''
let list: List | null = null
let output: Output | null = null
let view: View
let turn = 0
/* The reader wants to hear it, even while it is still being made. */
let isWanted = false
let isLeaving = false

armDock({ act, seek: to => output?.seek(to), playFrom: playItem })
const tabs = new BroadcastChannel('press-player')
tabs.onmessage = () => pause()
armMediaKeys({
  play: () => isWanted || toggle(),
  pause,
  next: () => playItem(view.index + 1),
  previous: () => playItem(view.index - 1),
})
armSwaps({
  isPlaying: () => isWanted,
  dock,
  shown: () => {
    showQueue(false)
    markButtons()
  },
})
/* To pause would say that nothing plays; the place is saved before. */
addEventListener('pagehide', () => {
  keep()
  isLeaving = true
  output?.pause()
})
addEventListener('pageshow', event => {
  isLeaving = false
  /* It was closed on a page that came after this one. */
  if (event.persisted && !savedPlace()) close()
})

/** Plays the list of a button, or pauses it. */
export async function press(button: HTMLElement, touched: HTMLAudioElement): Promise<void> {
  const wanted = button.dataset.list ?? ''
  if (wanted === address && list) return toggle()
  output?.stop()
  audio = touched
  await open(wanted, 0, 0, true)
  /* Without its list there is no dock to say it in. */
  const words = button.querySelector('span')
  if (!list && words) words.textContent = button.dataset.failed ?? ''
}

/** Shows the player where it stood on the page before, and goes on when that was just now and the browser lets it. */
export async function resume(): Promise<void> {
  const saved = savedPlace()
  if (!saved) return
  const isRecent = saved.isPlaying && Date.now() - saved.at < GOES_ON_MS
  await open(saved.list, saved.story, saved.time, isRecent)
}

async function open(wanted: string, story: number, time: number, isPlayed: boolean): Promise<void> {
  const mine = ++turn
  address = wanted
  const fetched = await fetchList(wanted)
  if (mine !== turn) return
  if (!fetched?.items.length) return close()
  list = fetched
  const place = list.items.findIndex(item => item.story === story)
  await playItem(Math.max(0, place), place < 0 ? 0 : time, isPlayed)
}

async function fetchList(wanted: string): Promise<List | null> {
  /* The stories of the list, in the words of the page, which may be of another language. */
  const [, , locale, stories] = wanted.split('/')
  const { lang } = document.documentElement
  const own = locale === lang ? wanted : `/listen/${lang}/${stories}.${locale}`
  const response = await fetch(own).catch(() => null)
  return response?.ok ? response.json() : null
}

async function playItem(index: number, time = 0, isPlayed = true): Promise<void> {
  const item = list?.items[index]
  if (!list || !item) return
  const mine = ++turn
  output?.stop()
  output = null
  isWanted = isPlayed
  const { words, locale } = list
  view = {
    ...{ list, index, state: 'loading', isPlaying: isPlayed, time, length: item.audio?.seconds ?? 0 },
    ...{ speed: rememberedSpeed(), isAutomated: false, notice: '' },
  }
  draw()
  /* Only what takes long is worth a word. */
  const slow = setTimeout(() => mine === turn && tell('loading', words.preparing), 600)
  try {
    const source = await findSound(item, locale)
    if (mine !== turn) return
    if (source === null) return tell('failed', words.noVoice)
    const listener = {
      changed: () => mine === turn && update(),
      ended: () => mine === turn && next(),
      /* A file that was there may be gone by now. */
      failed: async () => {
        const { status } = 'src' in source ? await ask(source.src) : { status: 0 }
        if (mine === turn) fail(status === 410)
      },
    }
    const isVoice = !('src' in source)
    const made = isVoice
      ? ((await import(list.speech)) as Speech).speechOutput(item.pieces, source, listener)
      : soundOutput(audio, source, listener)
    if (mine !== turn) return
    output = made
    output.setSpeed(view.speed)
    if (time > 0) output.seek(time)
    view.isAutomated = isVoice || source.by !== 'recording'
    tell('ready', '')
    tellDevice(item, list)
    /* It may have been paused while it was made. */
    if (isWanted) await play()
    /* So that there is no gap. */
    const after = following()
    if (after) void findSound(after, locale).catch(() => undefined)
  } catch (error) {
    if (mine === turn) fail(error instanceof Gone)
  } finally {
    clearTimeout(slow)
  }
}

const ask = (src: string) => fetch(src, { method: 'HEAD' }).catch(() => ({ status: 0 }))

/* A withdrawn story is passed over where others follow. */
function fail(isGone: boolean): void {
  const item = list?.items[view.index]
  if (!list || !item) return
  item.isGone = isGone
  if (isGone && following()) return void playItem(view.index + 1, 0, isWanted)
  output?.stop()
  output = null
  if (isGone) tell('gone', list.words.gone)
  else tell('failed', list.words.failed)
}

/* Headlines follow one another by themselves; after an article it is for the reader to go on. */
const following = () => (list?.kind === 'headlines' ? list.items[view.index + 1] : undefined)

function next(): void {
  if (following()) return void playItem(view.index + 1)
  pause()
  output?.seek(0)
}

async function play(): Promise<void> {
  if (!list) return
  isWanted = true
  tabs.postMessage(0)
  await output?.play().catch((error: DOMException) => {
    isWanted = false
    /* Without a press the browser may want none; then it waits at its place. */
    if (error.name !== 'NotAllowedError' && error.name !== 'AbortError') throw error
  })
  update()
}

function pause(): void {
  isWanted = false
  output?.pause()
  update()
}

function toggle(): void {
  if (isWanted) pause()
  else if (output || view?.state === 'loading') void play()
  else void playItem(view.index, view.time)
}

function act(what: string): void {
  if (what === 'queue') toggleQueue()
  else if (what === 'close') close()
  else if (what === 'next') void playItem(view.index + 1)
  else if (what === 'speed') changeSpeed()
  else if (what === 'play' || !output) toggle()
  else output.seek(Math.min(output.length, Math.max(0, output.time + (what === 'back' ? -STEP_S : STEP_S))))
}

function changeSpeed(): void {
  view.speed = SPEEDS[(SPEEDS.indexOf(view.speed) + 1) % SPEEDS.length] ?? 1
  rememberSpeed(view.speed)
  output?.setSpeed(view.speed)
  draw()
}

function close(): void {
  turn++
  isWanted = false
  output?.stop()
  output = list = null
  const started = document.querySelector<HTMLElement>(`listen-to[data-list="${address}"] button`)
  address = ''
  forget()
  tellState('none')
  const isFocused = dock.contains(document.activeElement)
  dock.remove()
  markButtons()
  /* The focus would be lost with the dock. */
  if (isFocused && started) started.focus()
  else if (isFocused) focusPage()
}

let savedAtMs = 0

function update(): void {
  if (!list || isLeaving) return
  if (output) {
    view.time = output.time
    view.length = output.length
  }
  const isPlaying = output ? !output.isPaused : isWanted
  const isChanged = isPlaying !== view.isPlaying
  view.isPlaying = isPlaying
  if (isChanged) draw()
  else showTime(view)
  if (isChanged || Date.now() - savedAtMs > 1000) keep()
}

function keep(): void {
  const item = list?.items[view.index]
  if (!item || isLeaving) return
  savedAtMs = Date.now()
  const place = { list: address, story: item.story, time: view.time, isPlaying: isWanted, at: savedAtMs }
  save(import.meta.url.split('#')[0] ?? '', place)
}

function tell(state: View['state'], notice: string): void {
  view.state = state
  view.notice = notice
  if (state === 'failed' || state === 'gone') view.isPlaying = isWanted = false
  draw()
}

function draw(): void {
  showDock(view)
  tellState(view.isPlaying ? 'playing' : 'paused')
  markButtons()
}

/* The button of what plays pauses it; its words say so, so that it needs no pressed state besides. */
function markButtons(): void {
  for (const element of document.querySelectorAll<HTMLElement>('listen-to')) {
    const button = element.querySelector('button')
    const words = button?.querySelector('span')
    if (!button || !words) continue
    const isOurs = element.dataset.list === address && list !== null && view.isPlaying
    element.dataset.words ??= words.textContent ?? ''
    words.textContent = (isOurs ? element.dataset.pause : element.dataset.words) ?? ''
    element.toggleAttribute('data-playing', isOurs)
  }
}
