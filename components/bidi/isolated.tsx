import type { ReactNode } from 'react'
import { isolatedRuns } from './isolated-runs'

/** A text from data with its runs of the other direction in elements of their own. A plain text stays a plain text. */
export function isolated(text: string): ReactNode {
  const runs = isolatedRuns(text)
  if (runs.every(run => !run.isIsolated)) return text
  return runs.map((run, index) => drawRun(run.text, run.isIsolated, String(index)))
}

function drawRun(text: string, isIsolated: boolean, key: string): ReactNode {
  if (!isIsolated) return text
  return (
    <bdi key={key} dir="ltr">
      {text}
    </bdi>
  )
}
