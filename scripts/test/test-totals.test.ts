import { describe, expect, it } from 'vitest'
import { playwrightTotals, sum, totalsLine, vitestTotals } from './test-totals.mjs'

const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [] as unknown[],
}

describe('totals', () => {
  it('are what the runners report', () => {
    expect(vitestTotals(vitest, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 })
    expect(playwrightTotals({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }, 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 0,
    })
  })

  it('count a file that cannot be loaded, a runner that breaks, and a missing report as failures', () => {
    const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(vitestTotals(broken, 1).failed).toBe(1)
    expect(vitestTotals(vitest, 1).failed).toBe(1)
    expect(playwrightTotals(null, 1).failed).toBe(1)
  })

  it('stand on one line', () => {
    const all = sum([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 1, failed: 1, skipped: 0 },
    ])
    expect(totalsLine(all)).toBe('3 passed, 1 failed')
    expect(totalsLine({ ...all, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })
})
