import { describe, expect, it } from 'vitest'
import { RenderQueue, type Urgency } from './render-queue.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}

describe('the render queue', () => {
  it('lets few work at once, in the order of their coming, also after one has failed', async () => {
    const queue = new RenderQueue({ atOnce: 1, maxWaiting: 5, maxWaitMs: 10_000 })
    const { open, opened } = gate()
    const done: number[] = []
    const failing = queue.run(async () => {
      await opened
      throw new Error('boom')
    })
    const others = [1, 2, 3].map(n => queue.run(async () => done.push(n)))
    expect(queue.waiting).toBe(3)
    open()
    await expect(failing).rejects.toThrow('boom')
    await Promise.all(others)
    expect(done).toEqual([1, 2, 3])
    expect(queue.waiting).toBe(0)
  })

  it('refuses who would have to wait behind too many, or for too long', async () => {
    const queue = new RenderQueue({ atOnce: 1, maxWaiting: 1, maxWaitMs: 20 })
    const { open, opened } = gate()
    const working = queue.run(() => opened)
    const waiting = queue.run(async () => 'late')
    await expect(queue.run(async () => 'too many')).rejects.toThrow('renderQueue.full')
    await expect(waiting).rejects.toThrow('renderQueue.timedOut')
    open()
    await working
    expect(await queue.run(async () => 'free again')).toBe('free again')
  })
})

describe('the order of the queue', () => {
  const filled = (limits: { atOnce?: number; maxWaitMs?: number } = {}) => {
    const queue = new RenderQueue({ atOnce: 1, maxWaiting: 5000, maxWaitMs: 10_000, ...limits })
    const { open, opened } = gate()
    const first = queue.run(() => opened)
    const done: string[] = []
    const add = (name: string, urgency: Urgency) => queue.run(async () => done.push(name), urgency)
    return { queue, open, first, done, add }
  }

  it('is pages before searches, and changed ones before new ones, without starving any', async () => {
    const { open, done, add } = filled()
    const all = [
      ...[1, 2].map(n => add(`search ${n}`, 'search')),
      ...[1, 2].map(n => add(`new ${n}`, 'new')),
      ...[1, 2, 3, 4, 5].map(n => add(`changed ${n}`, 'changed')),
    ]
    open()
    await Promise.all(all)
    expect(done).toEqual([
      'changed 1',
      'changed 2',
      'changed 3',
      'new 1',
      'changed 4',
      'changed 5',
      'new 2',
      'search 1',
      'search 2',
    ])
  })

  it('leaves places to pages however many searches there are', async () => {
    const queue = new RenderQueue({ atOnce: 3, searchesAtOnce: 1, maxWaiting: 5000, maxWaitMs: 10_000 })
    const { open, opened } = gate()
    let searching = 0
    let most = 0
    const searches = Array.from({ length: 100 }, () =>
      queue.run(async () => {
        most = Math.max(most, ++searching)
        await opened
        searching--
      }, 'search'),
    )
    expect(await queue.run(async () => 'page')).toBe('page')
    open()
    await Promise.all(searches)
    expect(most).toBe(1)
  })

  it.each([259, 1000])('lets %d wait, and refuses none that gets its turn in time', async count => {
    const { queue, open, add, done } = filled()
    const all = Array.from({ length: count }, (_, index) => add(String(index), 'new'))
    expect(queue.waiting).toBe(count)
    open()
    await Promise.all(all)
    expect(done).toHaveLength(count)
  })

  it('gives a place back whose work has failed, a search’s too', async () => {
    const queue = new RenderQueue({ atOnce: 2, maxWaiting: 5, maxWaitMs: 10_000 })
    const failing = () => queue.run(() => Promise.reject(new Error('boom')), 'search')
    for (const _ of [1, 2, 3]) await expect(failing()).rejects.toThrow('boom')
    expect(await queue.run(async () => 'found', 'search')).toBe('found')
  })

  it('draws what all pages share before everything else', async () => {
    const queue = new RenderQueue({ atOnce: 1, maxWaiting: 5, maxWaitMs: 10_000 })
    const { open, opened } = gate()
    const done: string[] = []
    const first = queue.run(() => opened)
    const others = (['search', 'new', 'changed', 'shared'] as const).map(urgency =>
      queue.run(async () => done.push(urgency), urgency),
    )
    open()
    await Promise.all([first, ...others])
    expect(done[0]).toBe('shared')
    expect(done.at(-1)).toBe('search')
  })

  it('does what nobody waits for last, one at a time, and with pauses', async () => {
    const queue = new RenderQueue({ atOnce: 4, maxWaiting: 5, maxWaitMs: 10_000 })
    const { open, opened } = gate()
    const done: string[] = []
    const slow = queue.run(() => opened, 'behind')
    const behind = queue.run(async () => done.push('behind'), 'behind')
    await queue.run(async () => done.push('new'))
    expect(queue.isBusy).toBe(true)
    open()
    await slow
    await queue.run(async () => done.push('new'))
    await behind
    expect(done).toEqual(['new', 'new', 'behind'])
  })
})
