import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Options as ToMarkdown } from 'mdast-util-to-markdown'
import type { Code, Effects, Extension, State } from 'micromark-util-types'
import type { Processor } from 'unified'

declare module 'mdast' {
  interface PhrasingContentMap {
    caesura: { type: 'caesura'; position?: import('unist').Position }
  }
  interface RootContentMap {
    caesura: { type: 'caesura'; position?: import('unist').Position }
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    caesura: 'caesura'
  }
}

const BAR = 124

/* A token of its own, so that the escaped `\|\|` stays two bars. */
const syntax: Extension = {
  text: {
    [BAR]: {
      name: 'caesura',
      tokenize(effects: Effects, ok: State, nok: State): State {
        const second = (code: Code): State | undefined => {
          if (code !== BAR) return nok(code)
          effects.consume(code)
          effects.exit('caesura')
          return ok
        }
        return code => {
          effects.enter('caesura')
          effects.consume(code)
          return second
        }
      },
    },
  },
}

const reading: FromMarkdown = {
  enter: {
    caesura(token) {
      this.enter({ type: 'caesura' }, token)
    },
  },
  exit: {
    caesura(token) {
      this.exit(token)
    },
  },
}

const writing: ToMarkdown = {
  handlers: { caesura: () => '||' } as ToMarkdown['handlers'],
  unsafe: [{ character: '|', after: '\\|', inConstruct: 'phrasing' }],
}

/** Plugin of unified for `||` between the halves of a line of verse. */
export function remarkCaesura(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: Extension[]
    fromMarkdownExtensions?: FromMarkdown[]
    toMarkdownExtensions?: ToMarkdown[]
  }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), reading]
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), writing]
}
