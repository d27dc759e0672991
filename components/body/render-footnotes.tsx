import type { ReactNode } from 'react'
import type { Footnote } from '#body/body.ts'
import type { BodyContext } from './body-context.ts'
import { markId, noteId } from './note-ids.ts'
import { renderInlines } from './render-inlines.tsx'

/** The notes of a text at its end, each with a way back to where it was referred to. */
export function renderFootnotes(footnotes: readonly Footnote[], context: BodyContext): ReactNode {
  if (footnotes.length === 0) return null
  const { t } = context
  return (
    <section className="text-notes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes">{t('footnotes', { count: footnotes.length })}</h2>
      <ol>
        {footnotes.map((footnote, index) => {
          const number = index + 1
          return (
            <li key={String(number)} id={noteId(number)}>
              {renderInlines(footnote.content, context)}
              <a
                className="note-back"
                href={`#${markId(number)}`}
                role="doc-backlink"
                aria-label={t('backToTextFrom', { number })}
              >
                {t('backToText')}
              </a>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
