/*
 * Sentences as newspapers write them, and under each how it is said; names of the other language stand in braces.
 * A person who knows the language can read golden/ and add a pair.
 */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { localeList } from '#i18n/locales.ts'
import { spokenRuns } from './spoken-runs.ts'

describe.each(localeList)('a sentence in %s', locale => {
  const file = path.join(import.meta.dirname, `golden/${locale}.txt`)
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n')
  const pairs = lines.flatMap((line, index) =>
    index % 2 === 0 ? [[line, lines[index + 1]?.trim() ?? '']] : [],
  )

  it('is one of a hundred', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(100)
  })

  it.each(pairs)('%s', (written, said) => {
    const runs = spokenRuns(written ?? '', locale)
    expect(runs.map(run => (run.locale === locale ? run.text : `{${run.text}}`)).join('')).toBe(said)
  })
})
