import type { HtmlElement } from './html-node.ts'
import type { Losses } from './losses.ts'

/** Counts the purely visual settings of an element, which are lost: the design of the newspaper decides them. */
export function noteLook(element: HtmlElement, losses: Losses): void {
  const { name, attribs } = element
  const [style = '', classes = ''] = [attribs.style, attribs.class]
  if (name === 'ol' && attribs.reversed !== undefined) losses.simplify('list that counts down')
  if (/\bwp-block-columns\b/.test(classes)) losses.simplify('columns')
  if (isCentred(element)) losses.simplify('centred text')
  if (isColoured(style, classes) || (name === 'font' && attribs.color)) losses.simplify('coloured text')
}

/* The page places pictures itself, and table cells keep their alignment. */
const PLACED = new Set(['img', 'figure', 'video', 'iframe', 'table', 'td', 'th', 'tr', 'hr'])

function isCentred({ name, attribs }: HtmlElement): boolean {
  if (PLACED.has(name)) return false
  const look = `${attribs.style ?? ''} ${attribs.class ?? ''}`
  return (
    name === 'center' || attribs.align === 'center' || /text-align:\s*center|text-align-center/.test(look)
  )
}

function isColoured(style: string, classes: string): boolean {
  return /(?:^|[;\s])color\s*:/.test(style) || /\bhas-(?:text|inline)-color\b/.test(classes)
}
