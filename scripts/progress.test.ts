import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withProgress } from './progress.mjs'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function tried(isTTY: boolean) {
  const said: string[] = []
  const stream = { isTTY, write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream
  return { said, stream }
}

const lasting = (ms: number) => () => new Promise<string>(resolve => setTimeout(() => resolve('done'), ms))

describe('progress', () => {
  it('is a line now and then where there is no terminal', async () => {
    const { said, stream } = tried(false)
    const work = withProgress('Installing packages', lasting(31_000), { count: () => '7 of 9', stream })
    await vi.advanceTimersByTimeAsync(31_000)
    expect(await work).toBe('done')
    expect(said).toEqual([
      'Installing packages…\n',
      'Installing packages: 7 of 9, 15 s\n',
      'Installing packages: 7 of 9, 30 s\n',
      'Installing packages: done in 31 s\n',
    ])
  })

  it('is one line that is rewritten in a terminal', async () => {
    const { said, stream } = tried(true)
    const work = withProgress('Building', lasting(2_000), { stream })
    await vi.advanceTimersByTimeAsync(2_000)
    await work
    expect(said.at(-1)).toBe('\n')
    expect(said.slice(0, -1).every(text => text.startsWith('\r') && !text.includes('\n'))).toBe(true)
    expect(said.at(-2)).toContain('Building: done in 2 s')
  })

  it('ends its line before what went wrong is said', async () => {
    const { said, stream } = tried(true)
    const work = withProgress('Building', () => Promise.reject(new Error('no')), { stream })
    await expect(work).rejects.toThrow('no')
    expect(said.at(-1)).toBe('\n')
  })
})
