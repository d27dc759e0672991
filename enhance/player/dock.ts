/* Why this needs script: the dock is there only while somebody listens, and moves with the sound. */
import type { List } from './list.ts'
import { shortTime, spokenTime } from './times.ts'

/** The state that the dock shows. */
export type View = {
  list: List
  index: number
  /** `gone` is a story that was withdrawn: to try again would not help. */
  state: 'loading' | 'ready' | 'failed' | 'gone'
  isPlaying: boolean
  time: number
  length: number
  speed: number
  isAutomated: boolean
  /** Words in the place of the kind: of a failure, or of what is under way. */
  notice: string
}

type Acts = {
  act: (act: string) => void
  seek: (seconds: number) => void
  playFrom: (index: number) => void
}

/** The face of the player, at the foot of the page. */
export const dock = document.createElement('aside')
dock.className = 'dock'

const all = <Found extends HTMLElement>(selector: string) => dock.querySelectorAll<Found>(selector)
const one = <Found extends HTMLElement>(selector: string) => dock.querySelector<Found>(selector) as Found
const write = (selector: string, words: string) => {
  for (const each of all(selector)) if (each.textContent !== words) each.textContent = words
}

/** Lets the dock's controls act. */
export function armDock({ act, seek, playFrom }: Acts): void {
  dock.onclick = ({ target }) => {
    const { act: wanted, index } = (target as Element).closest('button')?.dataset ?? {}
    if (wanted) act(wanted)
    else if (index) playFrom(Number(index))
  }
  dock.oninput = ({ target }) => seek(Number((target as HTMLInputElement).value))
  dock.onkeydown = ({ key }) => {
    if (key === 'Escape' && !one('.dock-queue').hidden) toggleQueue()
  }
}

let drawn: List | null = null

/** Shows where the player is. */
export function showDock(view: View): void {
  const { list, index, state, isPlaying, isAutomated, notice, speed } = view
  const { words, items } = list
  if (drawn !== list) {
    drawn = list
    const { lang, dir } = document.documentElement
    Object.assign(dock, { lang, dir, ariaLabel: words.player, innerHTML: list.dock })
    addStyle(list.style)
  }
  if (!dock.isConnected) document.body.append(dock)
  Object.assign(dock.dataset, { state, playing: isPlaying, voice: isAutomated && !notice })
  const item = items[index]
  const link = one<HTMLAnchorElement>('.dock-title a')
  if (item && link.getAttribute('href') !== item.href) {
    link.href = item.href
    const picture = one<HTMLImageElement>('img')
    picture.hidden = !item.picture
    if (item.picture) picture.src = item.picture
    all('li').forEach((row, place) => {
      row.ariaCurrent = place === index ? 'true' : null
      const button = row.querySelector('button')
      if (button) button.disabled = items[place]?.isGone ?? false
      /* Words of the other script stand apart in it, as the server wrote them. */
      if (place === index) link.innerHTML = row.querySelector('a')?.innerHTML ?? ''
    })
  }
  const place = { number: index + 1, count: items.length }
  write(
    '[data-kind]',
    notice ||
      (isAutomated ? words.automated : list.kind === 'article' ? words.article : fill(words.place, place)),
  )
  const play = one<HTMLButtonElement>('.dock-play')
  play.ariaLabel = isPlaying ? words.pause : words.play
  play.disabled = state === 'gone'
  write('.dock-speed', `${speed}×`)
  for (const each of all('.dock-speed')) each.ariaLabel = `${words.speed} ${speed}×`
  one<HTMLButtonElement>('.dock-next').disabled = index === items.length - 1
  showTime(view)
}

export function showTime({ time, length, list, state }: View): void {
  const isIdle = state !== 'ready' || !length
  dock.style.setProperty('--share', String(isIdle ? 0 : Math.min(1, time / length)))
  write('[data-time]', shortTime(time))
  write('[data-length]', shortTime(length))
  for (const slider of all<HTMLInputElement>('input')) {
    slider.max = String(Math.ceil(length) || 1)
    slider.value = String(Math.floor(time))
    const [elapsed, whole] = [spokenTime(time), spokenTime(length)]
    slider.ariaValueText = fill(list.words.elapsed, { elapsed, whole })
  }
  for (const each of all<HTMLButtonElement>('input, .dock-back, .dock-forward')) each.disabled = isIdle
}

/** Opens the queue or closes it, and leaves the focus where it is of use. */
export function toggleQueue(): void {
  const queue = one('.dock-queue')
  showQueue(Boolean(queue.hidden))
  if (queue.hidden) one('.dock-list').focus()
  else queue.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
}

export function showQueue(isShown: boolean): void {
  one('.dock-queue').hidden = !isShown
  one('.dock-list').ariaExpanded = String(isShown)
}

function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}

/* Without its style the dock would be a heap of words. */
function addStyle(href: string): void {
  if (document.querySelector(`link[href="${href}"]`)) return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  dock.hidden = true
  link.onload = link.onerror = () => {
    dock.hidden = false
  }
  document.head.append(link)
}
