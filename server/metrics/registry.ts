import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { contentVersion, isDatabaseAway } from '#db/content-version.ts'
import { announcementCounts } from './announcements.ts'
import { answersByClass, pageAnswers } from './traffic.ts'

/** What the page cache tells about itself. */
export type CacheFacts = { pages: number; bytes: number; maxBytes: number; waiting: number }

export type Metrics = {
  /** The page of numbers, in the text format of Prometheus. */
  text: () => Promise<string>
  contentType: string
  /** One drawing of a page: how long it took, and whether it became one. */
  observeDrawing: (durationMs: number, how: 'drawn' | 'failed') => void
}

/** The numbers of this process. `cacheFacts` is asked at each scrape. */
export function makeMetrics(cacheFacts: () => CacheFacts): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const drawing = new Histogram({
    name: 'arab_press_drawing_seconds',
    help: 'Time that a page took to be drawn by the framework and made plain',
    labelNames: ['how'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  })
  new Counter({
    name: 'arab_press_page_answers_total',
    help: 'Page answers by how they came about: hit, lingering, miss, stale, bypass, joined, spared',
    labelNames: ['how'],
    registers,
    collect() {
      this.reset()
      for (const [how, count] of Object.entries(pageAnswers)) this.inc({ how }, count)
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
  gauge('arab_press_cache_pages', 'Pages that are kept', () => cacheFacts().pages)
  gauge('arab_press_cache_bytes', 'Memory that kept pages take', () => cacheFacts().bytes)
  gauge('arab_press_cache_max_bytes', 'Memory that kept pages may take', () => cacheFacts().maxBytes)
  gauge('arab_press_drawing_queue', 'Pages that wait to be drawn', () => cacheFacts().waiting)
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
    observeDrawing: (durationMs, how) => drawing.observe({ how }, durationMs / 1000),
  }
}
