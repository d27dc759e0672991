import { Fragment, type ReactNode } from 'react'
import { isolatedRuns, needsOverride } from '#i18n/isolated-runs.ts'
import { type Locale, locales } from '#i18n/locales.ts'
import type { Direction } from '#i18n/text-direction.ts'
import { isUnbroken, unbrokenDays } from './unbroken.ts'

/**
 * Isolates the runs of a stored text that go against the direction of the text around it, each in an element of its
 * own. A text without such runs stays plain. A language of the site stands for its direction.
 */
export function isolated(text: string, around: Locale | Direction): ReactNode {
  const runs = isolatedRuns(text, around === 'rtl' || around === 'ltr' ? around : locales[around].dir)
  if (runs.every(run => !run.isIsolated)) return unbrokenDays(text)
  return runs.map((run, index) => {
    const key = String(index)
    return run.isIsolated ? (
      isolate(run.text, run.direction, key)
    ) : (
      <Fragment key={key}>{unbrokenDays(run.text)}</Fragment>
    )
  })
}

/* A name with a figure, such as «iPhone 17»: both come from one face. */
const FIGURED = /[A-Za-z].*\d|\d.*[A-Za-z]/s

/** The same in one element where there are several runs, for a flex or grid box, which would set them apart. */
export function isolatedInOne(text: string, around: Locale | Direction): ReactNode {
  const runs = isolated(text, around)
  return typeof runs === 'string' ? runs : <span>{runs}</span>
}

/** Draws one isolated run. `children` are its text with marks inside. */
export function isolate(
  run: string,
  direction: Direction,
  key: string,
  children: ReactNode = run,
): ReactNode {
  const Isolate = needsOverride(run, direction) ? 'bdo' : 'bdi'
  return (
    <Isolate
      key={key}
      dir={direction}
      data-whole={isUnbroken(run) ? '' : undefined}
      data-figured={direction === 'ltr' && FIGURED.test(run) ? '' : undefined}
    >
      {children}
    </Isolate>
  )
}
