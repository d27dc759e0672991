/* Reads the counts of the runners' reports. A runner that failed without a failed test counts as one failure. */

export const noTests = { passed: 0, failed: 0, skipped: 0 }

export function vitestTotals(report, exitCode) {
  if (!report) return { ...noTests, failed: 1 }
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report
  /* A file that cannot be loaded has no tests that could fail. */
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles
  return { passed, failed: atLeastOne(failed, exitCode), skipped: numPendingTests + numTodoTests }
}

export function playwrightTotals(report, exitCode) {
  if (!report) return { ...noTests, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: atLeastOne(unexpected + flaky, exitCode), skipped }
}

export function sum(totals) {
  return totals.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    noTests,
  )
}

export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function atLeastOne(failed, exitCode) {
  return exitCode === 0 ? failed : Math.max(1, failed)
}
