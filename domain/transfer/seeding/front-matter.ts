export type FrontMatter = {
  yaml: string
  markdown: string
  /** The line of the file on which the Markdown starts. */
  markdownLine: number
}

/**
 * Splits a Markdown file into its front matter and its text; null when it has no front matter between two lines of
 * `---`.
 */
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
