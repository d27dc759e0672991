import type { ReactNode } from 'react'
import type { InlineNode } from '#body/body.ts'
import styles from './EndMark.module.css'
import { type InlineContext, renderInlines } from './render-inlines.tsx'

/* A longer word would leave a gap at the end of a narrow line. */
const LAST_WORD = /^(?<before>.*\s)?(?<word>\S{1,24})\s*$/su
const LETTERS = { rtl: /\p{Script=Arabic}/u, ltr: /\p{Script=Latin}/u }

/**
 * The text of a last paragraph with the end mark behind it. The mark stays on the line of the last word: a star alone
 * on a line looks like the beginning of something. A last word of the other direction keeps its run whole instead.
 */
export function renderEnding(
  nodes: readonly InlineNode[] | undefined,
  end: ReactNode,
  context: InlineContext,
): ReactNode {
  const last = nodes?.at(-1)
  const { before = '', word } = (last?.type === 'text' && LAST_WORD.exec(last.text)?.groups) || {}
  if (last?.type !== 'text' || !nodes || !word || !LETTERS[context.direction].test(word)) {
    return (
      <>
        {renderInlines(nodes, context)}
        {end}
      </>
    )
  }
  const others = [...nodes.slice(0, -1), ...(before ? [{ ...last, text: before }] : [])]
  return (
    <>
      {renderInlines(others, context)}
      <span className={styles.ending}>
        {renderInlines([{ ...last, text: word }], context)}
        {end}
      </span>
    </>
  )
}
