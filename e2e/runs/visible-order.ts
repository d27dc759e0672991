/** A sign on the screen, by its place in the text and on the page. */
type Glyph = { sign: string; x: number; y: number; lineHeight: number }

/** The text of a case, without the signs that say its order. */
export function textOf(written: string): string {
  return written.replace(/[{}⟨⟩]/g, '')
}

const isSeen = (sign: string) => !/[\s\p{M}\p{Cf}]/u.test(sign)

/** The places in the text of its signs, from left to right as they must be seen on one line. */
function expectedOrder(written: string, direction: 'rtl' | 'ltr'): number[] {
  type Part = number | Part[]
  const open: Part[][] = [[]]
  let place = 0
  for (const sign of written) {
    if (sign === '{' || sign === '⟨') open.push([])
    else if (sign === '}' || sign === '⟩') {
      const closed = open.pop() ?? []
      open.at(-1)?.push(closed)
    } else if (isSeen(sign)) open.at(-1)?.push(place++)
  }
  const fromLeft = (parts: Part[], isRtl: boolean): number[] => {
    const flat = parts.map(part => (typeof part === 'number' ? [part] : fromLeft(part, !isRtl)))
    return (isRtl ? flat.reverse() : flat).flat()
  }
  return fromLeft(open[0] ?? [], direction === 'rtl')
}

/** Each line of a text as it is seen, from left to right, and as it must be. */
export function linesOf(written: string, direction: 'rtl' | 'ltr', glyphs: readonly Glyph[]) {
  const order = expectedOrder(written, direction)
  const lines: number[][] = []
  let y = Number.NEGATIVE_INFINITY
  for (const [place, glyph] of glyphs.entries()) {
    if (glyph.y > y + glyph.lineHeight / 2) {
      lines.push([])
      y = glyph.y
    }
    lines.at(-1)?.push(place)
  }
  const signs = (places: number[]) => places.map(place => glyphs[place]?.sign).join('')
  return {
    seen: lines.map(line => signs(line.toSorted((a, b) => (glyphs[a]?.x ?? 0) - (glyphs[b]?.x ?? 0)))),
    right: lines.map(line => signs(order.filter(place => line.includes(place)))),
  }
}

/**
 * All places of a page that show exactly one of these texts, with the glyphs of each. It runs in the browser, so it
 * stands for itself.
 */
export function shownOnPage(texts: string[]): { text: string; place: string; glyphs: Glyph[] }[] {
  const plain = (text: string) =>
    text
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
  const wanted = new Set(texts)
  const found: { text: string; place: string; glyphs: Glyph[] }[] = []
  for (const element of document.querySelectorAll('body *')) {
    const text = plain(element.textContent ?? '')
    if (!wanted.has(text) || !element.getClientRects().length) continue
    if (element.parentElement && plain(element.parentElement.textContent ?? '') === text) continue
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 24
    const glyphs: Glyph[] = []
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let at = 0
      for (const sign of node.nodeValue ?? '') {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + sign.length)
        at += sign.length
        if (/[\s\p{M}\p{Cf}]/u.test(sign)) continue
        const [rect] = range.getClientRects()
        if (rect)
          glyphs.push({ sign, x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2, lineHeight })
      }
    }
    const path: string[] = []
    for (let at: Element | null = element; at && path.length < 4; at = at.parentElement)
      path.unshift(at.localName)
    found.push({ text, place: path.join(' > '), glyphs })
  }
  return found
}

/** The boxes of a page that set the runs of one text apart: a flex or grid box swallows the spaces between them. */
export function partedRuns(): string[] {
  const isBox = (element: Element) => /flex|grid/.test(getComputedStyle(element).display)
  return [...document.querySelectorAll('bdi, bdo')]
    .map(run => run.parentElement as Element)
    .filter(parent => isBox(parent) && parent.childNodes.length > 1)
    .map(parent => parent.outerHTML)
}
