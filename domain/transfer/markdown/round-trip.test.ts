import { describe, expect, it } from 'vitest'
import { bodyToMarkdown } from './body-to-markdown.ts'
import { BodyMaker, numbersFrom } from './made-bodies.testing.ts'
import { markdownToBody } from './markdown-to-body.ts'
import type { MediaReference } from './seed-body.ts'

const withoutLines = (media: MediaReference[]) => media.map(reference => ({ ...reference, line: undefined }))

describe('a body written as Markdown', () => {
  it('is the same body when it is read again', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 150; seed++) {
      const made = new BodyMaker(numbersFrom(seed)).seedBody()
      const { body, media, mistakes } = markdownToBody(bodyToMarkdown(made))
      expect(mistakes, `seed ${seed}`).toEqual([])
      expect(body, `seed ${seed}`).toEqual(made.body)
      expect(withoutLines(media), `seed ${seed}`).toEqual(withoutLines(made.media))
    }
  })

  it('reads like something that a person wrote', () => {
    const markdown = `A paragraph with **stress**, a [link](https://example.org/?a=1) and :ar[أهلًا وسهلًا].

## 10:30-12:45, C++:abc, قال:كذا

- one
- two

:::pullquote{cite="A haulier"}
"The sea got cheaper."
:::

::figure{file="quay.jpg" alt="Ships" caption="The quay."}

::figure[The [quay](/ar/مرافئ).]{art="yard"}

| Port | Tonnes |
| :- | -: |
| Beirut | 12 |

:::table{caption="By month"}
| Month |
| - |
| May |
:::

1. first
2. second
`
    const read = markdownToBody(markdown)
    expect(read.mistakes).toEqual([])
    expect(bodyToMarkdown(read)).toBe(markdown)
  })
  it('reads like it where the block is rarer', () => {
    const markdown = `Rents doubled[^1] in a decade.[^2]

::embed{url="https://x.com/desk/status/17890" title="The port's statement"}

::audio{file="talk.mp3" title="The harbour master" seconds="245" caption="Recorded at the quay."}

::file{file="report.pdf" title="The whole report"}

:::info[The port in _figures_]
- four berths
- two cranes
:::

:::details[How we counted]
By hand.
:::

:::verse{lang="ar" cite="امرؤ القيس"}
قفا نبك من ذكرى حبيب ومنزل || بسقط اللوى بين الدخول فحومل
فتوضح فالمقراة لم يعف رسمها || لما نسجتها من جنوب وشمأل
:::

:::verse
The sea is calm tonight,
The tide is full.

Only, from the long line of spray
:::

:::lang{lang="fr"}
Le port ne dort pas.
:::

[^1]: By the registry, **not** by the owners.

[^2]: [Source](https://example.org/)
`
    const read = markdownToBody(markdown)
    expect(read.mistakes).toEqual([])
    expect(bodyToMarkdown(read)).toBe(markdown)
  })
})
