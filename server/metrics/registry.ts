import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { contentVersion, isDatabaseAway } from '#db/content-version.ts'
import { announcementCounts } from './announcements.ts'
import { madePictures, picturesLeft } from './pictures.ts'
import { answersByClass, pageAnswers } from './traffic.ts'
import { spokenCounts } from './voices.ts'

/** The facts of the page cache. */
export type CacheFacts = { pages: number; bytes: number; maxBytes: number; waiting: number }

export type Metrics = {
  /** All metrics in the text format of Prometheus. */
  text: () => Promise<string>
  contentType: string
  /** Observes one render of a page. */
  observeRender: (durationMs: number, outcome: 'rendered' | 'failed') => void
}

/** The metrics of this process. Both functions are called at each scrape. */
export function makeMetrics(cacheFacts: () => CacheFacts, picturesWaiting: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const renderSeconds = new Histogram({
    name: 'arab_press_render_seconds',
    help: 'Time to render a page and to take the script of the framework out',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  })
  new Counter({
    name: 'arab_press_page_answers_total',
    help: 'Page answers by outcome: hit, lingering, miss, stale, bypass, joined, spared',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset()
      for (const [outcome, count] of Object.entries(pageAnswers)) this.inc({ outcome }, count)
    },
  })
  new Counter({
    name: 'arab_press_answers_total',
    help: 'All answers by the class of their status',
    labelNames: ['class'],
    registers,
    collect() {
      this.reset()
      answersByClass.forEach((count, digit) => {
        if (digit > 0) this.inc({ class: `${digit}xx` }, count)
      })
    },
  })
  new Counter({
    name: 'arab_press_announcements_total',
    help: 'Addresses that a WebSub hub or search engines (IndexNow) were told of, or refused; attempts that failed: later',
    labelNames: ['kind', 'outcome'],
    registers,
    collect() {
      this.reset()
      for (const { kind, outcome, count } of announcementCounts()) this.inc({ kind, outcome }, count)
    },
  })
  new Counter({
    name: 'arab_press_pictures_made_total',
    help: 'Sizes of pictures that were encoded: ahead, or because somebody asked for them',
    labelNames: ['occasion'],
    registers,
    collect() {
      this.reset()
      for (const [occasion, count] of Object.entries(madePictures)) this.inc({ occasion }, count)
    },
  })
  new Counter({
    name: 'arab_press_spoken_total',
    help: 'Articles and headlines that a voice has spoken, or could not speak',
    labelNames: ['voice', 'outcome'],
    registers,
    collect() {
      this.reset()
      for (const { voice, outcome, sounds } of spokenCounts()) this.inc({ voice, outcome }, sounds)
    },
  })
  new Counter({
    name: 'arab_press_spoken_seconds_total',
    help: 'Seconds of sound that a voice has spoken',
    labelNames: ['voice'],
    registers,
    collect() {
      this.reset()
      for (const { voice, durationMs } of spokenCounts()) this.inc({ voice }, durationMs / 1000)
    },
  })
  gauge(
    'arab_press_pictures_left',
    'Sizes of pictures that are still to be made ahead',
    () => picturesLeft.value,
  )
  gauge('arab_press_pictures_waiting', 'Requests that wait for a picture to be encoded', picturesWaiting)
  gauge('arab_press_cache_pages', 'Pages that are kept', () => cacheFacts().pages)
  gauge('arab_press_cache_bytes', 'Memory that kept pages take', () => cacheFacts().bytes)
  gauge('arab_press_cache_max_bytes', 'Memory that kept pages may take', () => cacheFacts().maxBytes)
  gauge('arab_press_render_queue', 'Pages that wait to be rendered', () => cacheFacts().waiting)
  gauge('arab_press_database_away', '1 while the database does not answer', () => Number(isDatabaseAway()))
  gauge('arab_press_content_version', 'The version of what readers can see', contentVersion)

  function gauge(name: string, help: string, value: () => number) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  }

  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observeRender: (durationMs, outcome) => renderSeconds.observe({ outcome }, durationMs / 1000),
  }
}
