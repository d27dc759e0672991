import type { Diagnosis } from '#domain/operations/doctor/examine-newsroom.ts'
import { terminalText } from './terminal-text.ts'

/** Formats the doctor's findings for a terminal, problems first. */
export function diagnosisReport(findings: Diagnosis[]): string {
  const problems = findings.filter(({ level }) => level === 'problem')
  const notes = findings.filter(({ level }) => level === 'note')
  const verdict = problems.length === 0 ? 'Nothing is wrong.' : `Problems: ${problems.length}.`
  const blocks = [...problems, ...notes].map(block)
  return `${[...blocks, notes.length > 0 ? `${verdict} Notes: ${notes.length}.` : verdict].join('\n')}\n`
}

function block({ check, level, what, todo, examples = [] }: Diagnosis): string {
  const title = level === 'problem' ? 'PROBLEM' : 'note'
  /* Examples may contain text from the newsroom's content. */
  const about = examples.map(example => `    ${terminalText(example)}\n`).join('')
  return `${title}: ${check}\n  ${what}\n${about}  What to do: ${todo}\n`
}
