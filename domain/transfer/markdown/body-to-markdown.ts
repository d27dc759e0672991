import type { FootnoteDefinition, RootContent } from 'mdast'
import { type BlockNode, mediaIdsOf } from '#body/body.ts'
import { canonicalBody } from '#body/canonical-body.ts'
import { canonicalJson } from '#body/canonical-json.ts'
import { mapBody } from '#body/map-body.ts'
import { blockToMarkdown } from './block-to-markdown.ts'
import { inlinesToMarkdown } from './inlines-to-markdown.ts'
import { markdownToBody } from './markdown-to-body.ts'
import { writeMarkdown } from './markdown-writer.ts'
import type { SeedBody } from './seed-body.ts'
import { renumbered } from './seed-body.ts'
import { Writing } from './writing.ts'

/**
 * Writes a body as the Markdown of docs/seeding.md. It reads its own output before returning it, and reading gives the
 * same body.
 * @throws when no style can write the body, which is a fault of the program
 */
export function bodyToMarkdown(seed: SeedBody): string {
  const { content } = canonicalBody(seed.body)
  const mixed = joined(chosenStyles(content, seed))
  if (readsAs(content, mixed, 0)) return mixed
  const writing = new Writing(seed.media, true)
  const explicit = joined({
    blocks: content.map(block => blockToMarkdown(block, writing)),
    notes: definitionsOf(writing),
  })
  if (readsAs(content, explicit, 0)) return explicit
  throw new Error('This body cannot be written as Markdown')
}

type Written = { blocks: RootContent[]; notes: FootnoteDefinition[] }

/* Writes each block in the plain style, unless that reads as something else. */
function chosenStyles(content: BlockNode[], { media }: SeedBody): Written {
  const written: Written = { blocks: [], notes: [] }
  let mediaBefore = 0
  for (const block of content) {
    const inStyle = (isExplicit: boolean): Written => {
      const writing = new Writing(media, isExplicit, written.notes.length)
      return { blocks: [blockToMarkdown(block, writing)], notes: definitionsOf(writing) }
    }
    const plain = inStyle(false)
    const chosen = readsAs([block], joined(plain), mediaBefore) ? plain : inStyle(true)
    written.blocks.push(...chosen.blocks)
    written.notes.push(...chosen.notes)
    mediaBefore += mediaIdsOf({ type: 'doc', content: [block] }).length
  }
  return written
}

/* Footnotes are written in the style of the block that refers to them. */
function definitionsOf(writing: Writing): FootnoteDefinition[] {
  return writing.footnotes.map(({ content }, index) => {
    const label = writing.labelOf(index)
    const children = inlinesToMarkdown(content, writing.inOneLine())
    return {
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: [{ type: 'paragraph', children }],
    }
  })
}

const joined = ({ blocks, notes }: Written) =>
  writeMarkdown({ type: 'root', children: [...blocks, ...notes] })

function readsAs(content: BlockNode[], markdown: string, mediaBefore: number): boolean {
  const { body, mistakes } = markdownToBody(markdown)
  const shifted = mapBody(body, node => renumbered(node, number => number + mediaBefore))
  return mistakes.length === 0 && canonicalJson(shifted.content) === canonicalJson(content)
}
