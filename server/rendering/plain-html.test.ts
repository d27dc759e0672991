import { describe, expect, it } from 'vitest'
import { scriptHash, toPlainHtml } from './plain-html.ts'

const plain = (html: string) => toPlainHtml(html).html

describe('plain HTML', () => {
  it('copies a page without scripts byte for byte', () => {
    const page =
      '<!DOCTYPE html><html lang=ar dir="rtl"><head><title>A &amp; B</title></head><body><p>أهلًا &lt;b&gt;<br/>\n<!-- kept -->  </p></body></html>'
    expect(plain(page)).toBe(page)
  })

  it('takes out external, inline and flight scripts', () => {
    expect(
      plain(
        '<head><script src="/_next/static/chunks/a.js" async=""></script></head><body>x<script>self.__next_f.push([1,"<p>no</p>"])</script>y<script nomodule src=/_next/b.js></script></body>',
      ),
    ).toBe('<head></head><body>xy</body>')
  })

  it('keeps data, our enhancements and the theme script, whatever the order and case of attributes', () => {
    const kept = [
      '<script type="application/ld+json">{"a":"<\\/script><b>"}</script>',
      '<SCRIPT TYPE="application/LD+JSON">{}</SCRIPT>',
      '<script type="module" src="/enhance/share.0a1b2c3d4e5f.js"></script>',
      "<script src='/enhance/x.js' async type=module></script>",
      '<script data-theme-script="">1</script>',
    ]
    for (const script of kept) expect(plain(`<p>${script}</p>`)).toBe(`<p>${script}</p>`)
  })

  it('is not fooled by what only looks like ours', () => {
    for (const script of [
      '<script src="/_next/x.js" type="application/ld+json"></script>',
      '<script src="https://evil.example/enhance/x.js"></script>',
      '<script src="//evil.example/enhance/x.js"></script>',
      '<script data-theme-script src="/x.js"></script>',
      '<script type="importmap">{}</script>',
      '<SCRIPT>alert(1)</SCRIPT >',
      '<script>x = "<\\/script>"; y = "<script>"</script>',
    ]) {
      expect(plain(`<p>a${script}b</p>`)).toBe('<p>ab</p>')
    }
  })

  it('takes out a script that never closes', () => {
    expect(plain('<p>a</p><script>let x')).toBe('<p>a</p>')
  })

  it('looks into neither attributes, comments nor texts that cannot hold markup', () => {
    const page =
      '<p title="<script>1</script>">a</p><!-- <script>2</script> --><textarea><script>3</script></textarea><style>a::before{content:"<script>"}</style>'
    expect(plain(page)).toBe(page)
  })

  it('keeps JSON-LD that looks like CDATA or a comment', () => {
    const page = '<script type="application/ld+json"><![CDATA[{"a":1}]]></script><p>b</p>'
    expect(plain(page)).toBe(page)
    const other = '<script type="application/ld+json">{"a":"<!-- -->"}</script><p>b</p>'
    expect(plain(other)).toBe(other)
  })

  it('takes out hints for scripts and keeps those for styles, fonts and pictures', () => {
    const kept =
      '<link rel="stylesheet" href="/_next/a.css"/><link rel="preload" as="font" href="/fonts/a.woff2" crossorigin=""/><link rel="preload" as="image" href="/media/a.webp"/>'
    expect(
      plain(
        `<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link as=script href=b.js rel=preload>${kept}<link rel=modulepreload href=c.js><link rel="expect" href="#_R_" blocking="render"/>`,
      ),
    ).toBe(kept)
  })

  it("takes out React's marks and the precedence of styles", () => {
    expect(
      plain(
        '<link rel="stylesheet" href="/a.css" data-precedence="next"/><p>a<!-- -->b<!--$-->c<!--/$--></p>',
      ),
    ).toBe('<link rel="stylesheet" href="/a.css"/><p>abc</p>')
  })

  it.each([
    '<template id="B:0"></template>',
    '<div hidden="" id="S:0">late</div>',
    '<!--$?--><p>waiting</p><!--/$-->',
  ])('leaves a page whole in which React streamed a boundary: %s', boundary => {
    const page = `<p>${boundary}</p><script>$RC("B:0","S:0")</script>`
    const result = toPlainHtml(page)
    expect(result.isStreamed).toBe(true)
    expect(result.html).toBe(page)
  })

  it("sees the framework's own error shell", () => {
    expect(
      toPlainHtml('<!DOCTYPE html><html id="__next_error__"><head></head></html>').isFrameworkError,
    ).toBe(true)
    expect(toPlainHtml('<html lang="ar"><p>__next_error__</p></html>').isFrameworkError).toBe(false)
  })

  it('names the theme script by its hash and keeps no other in its place', () => {
    const text = 'document.documentElement.dataset.theme="dark"'
    const page = `<script data-theme-script="">${text}</script>`
    expect(toPlainHtml(page).inlineScriptHashes).toEqual([scriptHash(text)])
    expect(toPlainHtml(page, [scriptHash(text)]).html).toBe(page)
    expect(toPlainHtml(page, [scriptHash('something else')])).toMatchObject({
      html: '',
      inlineScriptHashes: [],
    })
  })
})
