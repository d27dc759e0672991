export type FrontMatter = {
  yaml: string
  markdown: string
  /** Line of the file at which the Markdown begins. */
  markdownLine: number
}

/** A Markdown file's two parts; null when it does not begin with front matter between two lines of `---`. */
export function splitFrontMatter(text: string): FrontMatter | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (lines[0]?.trimEnd() !== '---' || end < 0) return null
  return {
    yaml: `${lines.slice(1, end).join('\n')}\n`,
    markdown: lines.slice(end + 1).join('\n'),
    markdownLine: end + 2,
  }
}
