import type { Nodes, Parents, Root } from 'mdast'
import type { Handle, Info, Options, State, Unsafe } from 'mdast-util-to-markdown'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'
import { remarkCaesura } from './caesura.ts'

/* Labels of directives are running text, where Markdown would make links of these by itself. */
const LABELS: Unsafe['inConstruct'] = ['textDirectiveLabel', 'leafDirectiveLabel', 'containerDirectiveLabel']
const IN_LABELS: Unsafe[] = [
  { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', inConstruct: LABELS },
  { character: '.', before: '[Ww]', after: '[\\-.\\w]', inConstruct: LABELS },
  { character: ':', before: '[ps]', after: '\\/', inConstruct: LABELS },
]

/* A colon before a word needs its backslash only where the word could be taken for a directive of ours. */
const COLON: Unsafe = {
  character: ':',
  before: '[^:]',
  after: '[^\\s:[\\]{}]+[[{]',
  inConstruct: 'phrasing',
  notInConstruct: ['destinationLiteral', 'destinationRaw'],
}

const isColonBeforeWord = (pattern: Unsafe) => pattern.character === ':' && pattern.before === '[^:]'

/* remark-directive escapes too much in text ("C++\:abc") and too little in labels of leaf directives. */
function tameDirectives(this: Processor) {
  const data = this.data() as { toMarkdownExtensions?: Options[] }
  data.toMarkdownExtensions = data.toMarkdownExtensions?.map(extension => {
    const leaf = extension.handlers?.leafDirective
    if (!leaf) return extension
    return {
      ...extension,
      unsafe: [
        ...(extension.unsafe ?? []).filter(pattern => !isColonBeforeWord(pattern)),
        COLON,
        ...IN_LABELS,
      ],
      handlers: { ...extension.handlers, leafDirective: asRunningText(leaf) },
    }
  })
}

function asRunningText(handle: Handle): Handle {
  return (node: Nodes, parent: Parents | undefined, state: State, info: Info) => {
    const exit = state.enter('phrasing')
    const value = handle(node, parent, state, info)
    exit()
    return value
  }
}

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '+',
    rule: '-',
    emphasis: '_',
    listItemIndent: 'one',
  })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkDirective)
  .use(remarkCaesura)
  .use(tameDirectives)

/** Writes a tree of Markdown as text. */
export function writeMarkdown(root: Root): string {
  return writer.stringify(root)
}
