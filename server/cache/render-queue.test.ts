import { describe, expect, it } from 'vitest'
import { Overloaded, Turns } from './render-queue.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}

describe('turns', () => {
  it('lets few work at once, in the order of their coming, also after one has failed', async () => {
    const turns = new Turns({ atOnce: 1, maxWaiting: 5, maxWaitMs: 10_000 })
    const { open, opened } = gate()
    const done: number[] = []
    const failing = turns.run(async () => {
      await opened
      throw new Error('boom')
    })
    const others = [1, 2, 3].map(n => turns.run(async () => done.push(n)))
    expect(turns.waiting).toBe(3)
    open()
    await expect(failing).rejects.toThrow('boom')
    await Promise.all(others)
    expect(done).toEqual([1, 2, 3])
    expect(turns.waiting).toBe(0)
  })

  it('refuses who would have to wait behind too many, or for too long', async () => {
    const turns = new Turns({ atOnce: 1, maxWaiting: 1, maxWaitMs: 20 })
    const { open, opened } = gate()
    const working = turns.run(() => opened)
    const waiting = turns.run(async () => 'late')
    await expect(turns.run(async () => 'too many')).rejects.toBeInstanceOf(Overloaded)
    await expect(waiting).rejects.toBeInstanceOf(Overloaded)
    open()
    await working
    expect(await turns.run(async () => 'free again')).toBe('free again')
  })
})
