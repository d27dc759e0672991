import type { InlineNode, TextNode } from '#body/body.ts'
import { withoutMarksBehind } from '#i18n/web-addresses.ts'

/**
 * The text of a link, where that text is the link's own address: a program made the link, and took the marks behind the
 * address into it. They become plain text again. Any other link stays as it is. Returns the address, too.
 */
export function withoutMarksInLink(nodes: InlineNode[], href: string): { nodes: InlineNode[]; href: string } {
  const text = nodes.map(node => (node.type === 'text' ? node.text : '\n')).join('')
  const kept = withoutMarksBehind(text.trim())
  const behind = text.trim().slice(kept.length)
  if (behind === '' || addressOf(kept) !== addressOf(withoutMarksBehind(decoded(href))))
    return { nodes, href }
  const end = text.indexOf(kept) + kept.length
  const shorter = hrefWithout(href, behind)
  return { nodes: cutLink(nodes, end, shorter), href: shorter }
}

function hrefWithout(href: string, behind: string): string {
  const forms = [behind, encodeURI(behind), encodeURI(behind).toLowerCase(), encodeURIComponent(behind)]
  const form = forms.find(each => href.endsWith(each))
  return form ? href.slice(0, -form.length) : href
}

function decoded(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

/* People write an address with or without its scheme and its last slash. */
function addressOf(text: string): string {
  return decoded(text)
    .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
    .replace(/\/$/, '')
    .toLowerCase()
}

function cutLink(nodes: InlineNode[], end: number, href: string): InlineNode[] {
  let at = 0
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type !== 'text') {
      at++
      return [node]
    }
    const cut = Math.min(Math.max(0, end - at), node.text.length)
    at += node.text.length
    const [inside, outside] = [node.text.slice(0, cut), node.text.slice(cut)]
    return [
      ...(inside ? [linked({ ...node, text: inside }, href)] : []),
      ...(outside ? [unlinked({ ...node, text: outside })] : []),
    ]
  })
}

function linked(node: TextNode, href: string): TextNode {
  return {
    ...node,
    marks: node.marks?.map(mark => (mark.type === 'link' ? { type: 'link', attrs: { href } } : mark)),
  }
}

function unlinked({ marks = [], ...node }: TextNode): TextNode {
  const others = marks.filter(mark => mark.type !== 'link')
  return others.length > 0 ? { ...node, marks: others } : node
}
