import { describe, expect, it } from 'vitest'
import { PictureQueue, type PictureQueueLimits } from './picture-queue.ts'

function aQueue(limits: Partial<PictureQueueLimits> = {}) {
  return new PictureQueue({
    ...{ atOnce: 1, maxWaiting: 100, maxWaitingOfClient: 50, maxWaitMs: 10_000 },
    ...{ promptMs: 60_000, countedMs: 600_000, restMs: () => 0 },
    ...limits,
  })
}

/** Jobs that end when they are told to, and the order in which they began. */
function jobs() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const job = (name: string) => () => {
    begun.push(name)
    return new Promise<string>(resolve => ends.set(name, () => resolve(name)))
  }
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise(resolve => setImmediate(resolve))
  }
  return { begun, job, end }
}

async function slowly() {
  const until = performance.now() + 2
  while (performance.now() < until);
}

describe('the queue of pictures', () => {
  it('serves clients in turns, whoever asked for how much before', async () => {
    const queue = aQueue()
    const { begun, job, end } = jobs()
    for (const name of ['c1', 'c2', 'c3']) void queue.run(name, 'crawler', job(name))
    void queue.run('r1', 'reader', job('r1'))
    for (const name of ['c1', 'c2', 'r1', 'c3']) await end(name)
    expect(begun.indexOf('r1')).toBeLessThanOrEqual(2)
    expect(begun).toHaveLength(4)
  })

  it('does the same work once for all who ask meanwhile', async () => {
    const queue = aQueue()
    const { begun, job, end } = jobs()
    const both = [queue.run('a', 'one', job('a')), queue.run('a', 'two', job('a'))]
    await end('a')
    expect(await Promise.all(both)).toEqual(['a', 'a'])
    expect(begun).toEqual(['a'])
  })

  it('lets work ahead wait for all that is asked for, and take what it works on', async () => {
    const queue = aQueue({ atOnce: 2 })
    const { begun, job, end } = jobs()
    void queue.run('a1', 'reader', job('a1'))
    const ahead = queue.runAhead('x', job('x'))
    void queue.run('a2', 'reader', job('a2'))
    void queue.run('a3', 'reader', job('a3'))
    await end('a1')
    await end('a2')
    expect(begun).toEqual(['a1', 'a2', 'a3'])
    await end('a3')
    expect(begun).toEqual(['a1', 'a2', 'a3', 'x'])
    const asked = queue.run('x', 'reader', job('x'))
    void queue.run('a4', 'reader', job('a4'))
    expect(begun).toEqual(['a1', 'a2', 'a3', 'x', 'a4'])
    await end('x')
    expect([await ahead, await asked]).toEqual(['x', 'x'])
  })

  it('does the work of one who asks for too much one at a time, beside all others', async () => {
    const queue = aQueue({ atOnce: 2, promptMs: 0 })
    const { begun, job, end } = jobs()
    await queue.run('first', 'crawler', slowly)
    for (const name of ['c1', 'c2', 'c3']) void queue.run(name, 'crawler', job(name))
    expect(begun).toEqual(['c1'])
    void queue.run('r1', 'reader', job('r1'))
    expect(begun).toEqual(['c1', 'r1'])
    await end('r1')
    expect(begun).toHaveLength(2)
    await end('c1')
    await expect.poll(() => begun).toEqual(['c1', 'r1', 'c2'])
  })

  it('lets no crawler keep work ahead from being done', async () => {
    const queue = aQueue({ atOnce: 2, promptMs: 0 })
    const { begun, job, end } = jobs()
    await queue.run('first', 'crawler', slowly)
    for (const name of ['c1', 'c2']) void queue.run(name, 'crawler', job(name))
    const ahead = queue.runAhead('x', job('x'))
    expect(begun).toEqual(['c1', 'x'])
    await end('x')
    expect(await ahead).toBe('x')
  })

  it('rests after such work, and not after that of a reader', async () => {
    const rests: number[] = []
    const restMs = (workedMs: number) => {
      rests.push(workedMs)
      return 1
    }
    const queue = aQueue({ promptMs: 0, restMs })
    await queue.run('r', 'reader', slowly)
    expect(rests).toEqual([])
    await queue.run('c2', 'reader', slowly)
    await queue.run('c3', 'reader', slowly)
    expect(rests).toHaveLength(2)
  })

  it('refuses one who lets too much wait, and nobody else', async () => {
    const queue = aQueue({ maxWaitingOfClient: 2 })
    const { job, end } = jobs()
    const [first, ...others] = ['c1', 'c2', 'c3'].map(name => queue.run(name, 'crawler', job(name)))
    await expect(queue.run('c4', 'crawler', job('c4'))).rejects.toMatchObject({ code: 'media.queueFull' })
    const reader = queue.run('r1', 'reader', job('r1'))
    for (const name of ['c1', 'c2', 'r1', 'c3']) await end(name)
    await end('c3')
    expect(await Promise.all([first, ...others, reader])).toEqual(['c1', 'c2', 'c3', 'r1'])
  })

  it('refuses what waits too long, and goes on after a job that failed', async () => {
    const queue = aQueue({ maxWaitMs: 5 })
    const { job, end } = jobs()
    const first = queue.run('a', 'one', job('a'))
    await expect(queue.run('b', 'two', job('b'))).rejects.toMatchObject({ code: 'media.queueFull' })
    expect(queue.waitingNow).toBe(0)
    await end('a')
    expect(await first).toBe('a')
    await expect(queue.run('c', 'one', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await queue.run('c', 'one', async () => 'again')).toBe('again')
  })
})
