import type { PhrasingContent } from 'mdast'
import type { Footnote, InlineNode, Mark } from '#body/body.ts'
import { sameMarks } from '#body/canonical-body.ts'

/** Style of running text. */
export type InlineStyle = {
  /** Lines cannot end in a heading, a table cell or a label: breaks are written `:br[]`. */
  oneLine: boolean
  /** `:bold[...]` for `**...**` and `&#x2A;` for `*`: for the rare text that escaping alone does not keep apart. */
  explicit: boolean
  /** Returns the label under which a footnote is defined at the end. */
  noteLabel: (footnote: Footnote) => string
}

/** Inline nodes of a body as running text of Markdown. */
export function inlinesToMarkdown(inlines: InlineNode[], style: InlineStyle): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (let from = 0; from < inlines.length; ) {
    const { mark, to } = longestRun(inlines, from)
    const first = inlines[from]
    if (mark && mark.type !== 'code') {
      nodes.push(wrapped(mark, inlinesToMarkdown(without(inlines.slice(from, to), mark), style), style))
    } else if (first?.type === 'footnote') {
      const label = style.noteLabel(first)
      nodes.push({ type: 'footnoteReference', identifier: label, label })
      /* At the start of a line, a directive's colon right after the reference would make it a definition. */
      if (style.explicit) nodes.push({ type: 'html', value: '<!-- -->' })
    } else if (first?.type === 'text') {
      nodes.push(mark ? codeToMarkdown(first.text, style) : textToMarkdown(first.text, style))
    } else {
      nodes.push(style.oneLine || style.explicit ? { type: 'html', value: ':br[]' } : { type: 'break' })
    }
    from = mark && mark.type !== 'code' ? to : from + 1
  }
  return nodes
}

function textToMarkdown(text: string, { explicit }: InlineStyle): PhrasingContent {
  if (!explicit) return { type: 'text', value: text }
  const reference = (character: string) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`
  /* The writer escapes nothing in "html". */
  return { type: 'html', value: text.replace(/[!-/:-@[-`{-~]|^ | $/g, reference) }
}

function codeToMarkdown(text: string, style: InlineStyle): PhrasingContent {
  if (!style.explicit) return { type: 'inlineCode', value: text }
  return { type: 'textDirective', name: 'code', attributes: {}, children: [textToMarkdown(text, style)] }
}

/* The mark of the first node that reaches furthest becomes the outermost; code, which holds text alone, the innermost. */
function longestRun(inlines: InlineNode[], from: number): { mark: Mark | null; to: number } {
  let best: { mark: Mark | null; to: number } = { mark: null, to: from }
  for (const mark of inlines[from]?.marks ?? []) {
    if (mark.type === 'code') continue
    let to = from
    while (inlines[to]?.marks?.some(other => sameMarks([other], [mark]))) to++
    if (to > best.to) best = { mark, to }
  }
  if (best.mark) return best
  const code = inlines[from]?.marks?.find(mark => mark.type === 'code')
  return { mark: code ?? null, to: from + 1 }
}

function without(inlines: InlineNode[], mark: Mark): InlineNode[] {
  return inlines.map(inline =>
    inline.type === 'footnote'
      ? inline
      : { ...inline, marks: inline.marks?.filter(other => other.type !== mark.type) },
  )
}

function wrapped(mark: Mark, children: PhrasingContent[], { explicit }: InlineStyle): PhrasingContent {
  const directive = (name: string, attributes = {}): PhrasingContent => ({
    type: 'textDirective',
    name,
    attributes,
    children,
  })
  switch (mark.type) {
    case 'link':
      return { type: 'link', url: mark.attrs.href, children }
    case 'foreign': {
      const { lang } = mark.attrs
      return lang === 'ar' || lang === 'en' ? directive(lang) : directive('lang', { lang })
    }
    case 'bold':
      return explicit ? directive('bold') : { type: 'strong', children }
    case 'italic':
      return explicit ? directive('italic') : { type: 'emphasis', children }
    case 'strike':
      return explicit ? directive('strike') : { type: 'delete', children }
    case 'subscript':
      return directive('sub')
    case 'superscript':
      return directive('sup')
    case 'code':
      throw new Error('Code holds text alone, and is written with it')
  }
}
