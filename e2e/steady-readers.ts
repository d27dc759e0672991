import http from 'node:http'

/** The expected presence of a story; 'either' while it is being changed. */
type Presence = 'there' | 'gone' | 'either'

/** Readers that keep loading pages, and the faults they met. */
export type SteadyReaders = {
  /** Sets the expected presence of a story, for requests sent after the allowed age of pages has passed. */
  expect: (storyId: string, presence: Presence) => void
  /** Number of pages read so far. */
  pages: () => number
  /** Stops the readers and returns the faults they met. */
  stop: () => Promise<string[]>
}

const READERS = 4
const PAUSE_MS = 20
const LONGEST_WAIT_MS = 30_000

/** Starts readers of these pages; `mayStayMs` is the allowed age of a page. */
export function steadyReaders(origin: string, paths: string[], mayStayMs: number): SteadyReaders {
  const agent = new http.Agent({ keepAlive: true, maxSockets: READERS })
  const expected = new Map<string, { presence: Presence; since: number }>()
  const faults: string[] = []
  let pages = 0
  let isOver = false

  async function read(path: string): Promise<void> {
    const sentAt = Date.now()
    const due = new Map([...expected].map(([storyId, state]) => [storyId, presenceAt(state, sentAt)]))
    const fault = await load(agent, origin + path).then(
      answer => faultOf(path, answer, due),
      error => String(error),
    )
    if (fault) faults.push(`${new Date(sentAt).toISOString()} ${path}: ${fault}`)
    pages += 1
  }

  const presenceAt = (
    { presence, since }: { presence: Presence; since: number },
    sentAt: number,
  ): Presence => (sentAt - since > mayStayMs ? presence : 'either')

  async function keepReading(first: number): Promise<void> {
    for (let index = first; !isOver; index += 1) {
      await read(paths[index % paths.length] ?? '/')
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    }
  }
  const all = Array.from({ length: READERS }, (_, first) => keepReading(first * 5))

  return {
    expect: (storyId, presence) => expected.set(storyId, { presence, since: Date.now() }),
    pages: () => pages,
    stop: async () => {
      isOver = true
      await Promise.all(all)
      agent.destroy()
      return faults
    },
  }
}

type Answer = { status: number; text: string }

function faultOf(path: string, { status, text }: Answer, due: Map<string, Presence>): string | null {
  const own = due.get(storyOf(path)) ?? 'there'
  if (status === 410) return own === 'there' ? 'gone' : null
  if (status !== 200) return `status ${status}`
  if (own === 'gone') return 'not gone'
  if (!text.trimEnd().endsWith('</html>')) return `cut off after ${text.length} letters`
  const shown = [...due].find(([storyId, presence]) => presence === 'gone' && text.includes(`/${storyId}/`))
  return shown ? `shows story ${shown[0]}, which is gone` : null
}

/** The id of the story in the path of an article; '' for any other path. */
export function storyOf(path: string): string {
  return /^\/\w+\/[^/]+\/(\d+)\//.exec(path)?.[1] ?? ''
}

function load(agent: http.Agent, url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, timeout: LONGEST_WAIT_MS }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', chunk => {
        text += chunk
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('timeout', () => request.destroy(new Error('no answer')))
    request.on('error', reject)
  })
}
