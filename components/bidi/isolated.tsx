import type { ReactNode } from 'react'
import { isolatedRuns } from '#i18n/isolated-runs.ts'
import { isUnbroken, unbrokenDays } from './unbroken.ts'

/**
 * A text from data with its runs of the other direction in elements of their own. A plain text stays a plain text.
 * `isInArabic` where the text is a piece of something longer.
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
