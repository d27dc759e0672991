import { afterEach, expect, it, vi } from 'vitest'
import { whyUnready } from '#db/readiness.ts'
import { makeMetrics } from '#server/metrics/registry.ts'
import type { Exchange } from '#server/requests/exchange.ts'
import { health } from './health.ts'

vi.mock('#db/readiness.ts', () => ({ whyUnready: vi.fn() }))
afterEach(() => {
  vi.useRealTimers()
})

it('looks again after a second, also when the clock was put back meanwhile', async () => {
  vi.useFakeTimers()
  const metrics = makeMetrics(
    () => ({ pages: 0, bytes: 0, waiting: 0, maxBytes: 0 }),
    () => 0,
  )
  const { answer } = health({
    isClosing: () => false,
    isRendererReady: () => true,
    metrics,
    metricsToken: null,
  })
  const readyz = async () => {
    let text = ''
    const response = {
      writeHead: () => response,
      end: (sent: string) => {
        text = sent
      },
    }
    await answer({ request: { url: '/readyz' }, response } as unknown as Exchange)
    return text
  }
  vi.mocked(whyUnready).mockResolvedValue('unavailable')
  expect(await readyz()).toBe('unavailable\n')
  vi.mocked(whyUnready).mockResolvedValue(null)
  expect(await readyz()).toBe('unavailable\n')
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(1001)
  expect(await readyz()).toBe('ready\n')
})
