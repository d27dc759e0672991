import type { ReactNode } from 'react'
import { isolatedRuns } from '#i18n/isolated-runs.ts'
import { isUnbroken, unbrokenDays } from './unbroken.ts'

/**
 * Isolates the runs of a stored text that go in the other direction, each in an element of its own. A text without
 * such runs stays plain. A part of a longer text passes `isInArabic`.
 */
export function isolated(text: string, isInArabic?: boolean): ReactNode {
  const runs = isolatedRuns(text, isInArabic)
  if (runs.every(run => !run.isIsolated)) return unbrokenDays(text)
  return runs.map((run, index) => drawRun(run.text, run.isIsolated, String(index)))
}

function drawRun(text: string, isIsolated: boolean, key: string): ReactNode {
  if (!isIsolated) return unbrokenDays(text)
  return (
    <bdi key={key} dir="ltr" data-whole={isUnbroken(text) ? '' : undefined}>
      {text}
    </bdi>
  )
}
