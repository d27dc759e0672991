import { describe, expect, it } from 'vitest'
import { cdata, element, emptyElement, markup, xmlDocument } from './markup.ts'

describe('markup', () => {
  it('escapes a text once, and finished markup not again', () => {
    const inner = element('b', {}, 'A & B')
    expect(element('p', { title: '"<' }, inner, ' ]]> ').text).toBe(
      '<p title="&quot;&lt;"><b>A &amp; B</b> ]]&gt; </p>',
    )
  })

  it('leaves out attributes without a value, and content that is none', () => {
    expect(element('p', { lang: null, dir: undefined, width: 0 }, null, false, [undefined, 0]).text).toBe(
      '<p width="0">0</p>',
    )
    expect(emptyElement('br').text).toBe('<br/>')
  })

  it('loses what no XML may hold, and keeps whole pairs and direction marks', () => {
    expect(markup('a\u0000\u0008\u001b\ufffe\ud800b\u200f\ud83d\ude00\n').text).toBe('ab\u200f\ud83d\ude00\n')
    expect(cdata('\udc00x\u0001').text).toBe('<![CDATA[x]]>')
  })

  it('does not let a text end its own section', () => {
    expect(cdata('a]]>b').text).toBe('<![CDATA[a]]]]><![CDATA[>b]]>')
  })

  it('names its style sheet before the root', () => {
    expect(xmlDocument(emptyElement('rss'), '/feed.css')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/css" href="/feed.css"?>\n<rss/>\n',
    )
  })
})
