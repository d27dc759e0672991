import { describe, expect, it } from 'vitest'
import { RenderQueue } from './render-queue.ts'

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
