import fs from 'node:fs'
import path from 'node:path'

/** A small newsroom with one of everything, which tests write to disk and change. */
export const exampleFolder: Record<string, string> = {
  'newsroom.yaml': `key: example
contact: { email: desk@example.org }
ar: { name: مثال, tagline: شعار }
en: { name: Example, tagline: A tagline, description: About it }
front: { lead: harbour, second: [bread, harbour] }
breaking: { story: harbour, until: +6h }
newsletter: { postal: { ar: شارع, en: A street } }
`,
  'sections.yaml': `- key: economy
  glaze: economy
  ar: { name: اقتصاد, slug: اقتصاد }
  en: { name: Economy, slug: economy }
- key: culture
  glaze: culture
  ar: { name: ثقافة }
  en: { name: Culture }
`,
  'topics.yaml': `- { key: ports, ar: { name: مرافئ }, en: { name: Ports } }
`,
  'authors.yaml': `- key: rana
  ar: { name: رنا, role: محررة }
  en: { name: Rana, role: Editor }
- key: samer
  portrait: none
  ar: { name: سامر }
  en: { name: Samer }
`,
  'pages/about/ar.md': '---\ntitle: من نحن\n---\nنص الصفحة.\n',
  'pages/about/en.md': '---\ntitle: About us\nslug: about\n---\nText of the page.\n',
  'stories/harbour/story.yaml': `section: economy
topics: [ports]
authors: [rana]
published: -3h
picture:
  art: { seed: quay, style: zellij, family: 8 }
  caption: { ar: الرصيف., en: The quay. }
`,
  'stories/harbour/ar.md': `---
headline: المرافئ تمتلئ من جديد
standfirst: عادت السفن.
corrections:
  - { at: -1h, text: رقم خاطئ. }
---
فقرة فيها **كلمة** و[خبر آخر](story:bread) و:en[a phrase].

:::quote{lang=en cite="An agreement"}
Text in English.
:::

::figure{art=yard caption="الساحة."}
`,
  'stories/harbour/en.md': `---
headline: Harbours fill again
standfirst: The ships are back.
published: -2h
updated: -30m
authors: [samer, rana]
seo: { title: Harbours }
---
A paragraph, and [another story](story:bread).

| Month | Ships |
| --- | ---: |
| May | 12 |
`,
  'stories/bread/story.yaml': `id: 40
section: culture
kind: opinion
authors: [samer]
published: -2d 14:20
picture: none
`,
  'stories/bread/en.md': `---
headline: What bread costs
status: published
---
Text with a [link back](story:harbour).
`,
}

/** Writes files into a folder and overwrites existing ones. */
export function writeFiles(dir: string, files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    fs.writeFileSync(path.join(dir, name), content)
  }
}
