import { cases, markedCases, names } from './cases.ts'
import { textOf } from './visible-order.ts'

type Language = keyof typeof cases

/** The number of the story whose body has every case, in this language. */
export const bodyStory = { ar: 500, en: 700 } as const

/** The number of the story whose headline and standfirst are the first case. */
export const firstStory = { ar: 501, en: 701 } as const

/** The files of a newsroom that shows every case in every place. */
export function newsroomOfCases(): Record<string, string> {
  const files: Record<string, string> = {
    'newsroom.yaml': `key: runs
contact: { email: desk@example.org, phone: "+961 1 234 567" }
ar: { name: مثال, tagline: شعار, description: وصف }
en: { name: Example, tagline: A tagline, description: About it }
front: { ar: { lead: ar-0 }, en: { lead: en-0 } }
breaking: { story: both, until: +6h, text: { ar: ${quoted(names.ar.breaking)}, en: ${quoted(names.en.breaking)} } }
`,
    'sections.yaml': `- key: news
  glaze: economy
  ar: { name: ${quoted(names.ar.section)}, slug: أخبار }
  en: { name: ${quoted(names.en.section)}, slug: news }
`,
    'topics.yaml': `- { key: thing, ar: { name: ${quoted(names.ar.topic)} }, en: { name: ${quoted(names.en.topic)} } }\n`,
    'authors.yaml': `- key: writer
  portrait: none
  ar: { name: ${quoted(names.ar.author)} }
  en: { name: ${quoted(names.en.author)} }
`,
    'stories/both/story.yaml': 'section: news\npublished: -30d\npicture: none\n',
    'stories/both/ar.md': '---\nheadline: خبر\n---\nنص.\n',
    'stories/both/en.md': '---\nheadline: A story\n---\nText.\n',
  }
  for (const language of ['ar', 'en'] as const) {
    story(files, language, `${language}-all`, bodyStory[language], 'all', bodyOf(language), 0)
    for (const [index, written] of cases[language].entries()) {
      const id = firstStory[language] + index
      story(files, language, `${language}-${index}`, id, textOf(written), 'a\n', index + 1)
    }
  }
  return files
}

const quoted = (written: string) => JSON.stringify(textOf(written))

function story(
  files: Record<string, string>,
  language: Language,
  key: string,
  id: number,
  words: string,
  body: string,
  minutesAgo: number,
) {
  const caption = JSON.stringify(words)
  files[`stories/${key}/story.yaml`] =
    `id: ${id}\nsection: news\ntopics: [thing]\nauthors: [writer]\npublished: -${minutesAgo + 2}m\npicture:\n  art: { seed: a, style: zellij, family: 8 }\n  caption: { ar: ${caption}, en: ${caption} }\n`
  files[`stories/${key}/${language}.md`] =
    `---\nheadline: ${JSON.stringify(words)}\nstandfirst: ${JSON.stringify(words)}\ncorrections:\n  - { at: -1m, text: ${JSON.stringify(words)} }\n---\n${body}`
}

/* Each case as a paragraph, a quotation with its source, a list item and a cell, and then the parted ones. */
function bodyOf(language: Language): string {
  const texts = cases[language].map(written => textOf(written))
  const blocks = texts.flatMap(text => [
    asWritten(text),
    `:::pullquote{cite="${text.replaceAll('"', '&quot;')}"}\n${asWritten(text)}\n:::`,
  ])
  const list = texts.map(text => `- ${asWritten(text)}`).join('\n')
  const rows = texts.map(text => `| ${asWritten(text)} | a |`).join('\n')
  const parted = markedCases[language].map(([markdown]) => markdown)
  return [...blocks, list, `| a | b |\n| --- | --- |\n${rows}`, ...parted].join('\n\n')
}

/* The text itself, in which Markdown finds neither marks nor links. */
function asWritten(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
