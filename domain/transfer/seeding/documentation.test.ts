import fs from 'node:fs'
import { expect, it } from 'vitest'
import { markdownToBody } from '#domain/transfer/markdown/markdown-to-body.ts'
import {
  articleFormat,
  authorsFormat,
  newsroomFormat,
  redirectsFormat,
  sectionsFormat,
  storyFormat,
} from './formats.ts'
import { splitFrontMatter } from './front-matter.ts'
import { mistakeLine, type SeedMistake } from './seed-mistake.ts'
import { YamlSource } from './yaml-source.ts'

const blocks = [...fs.readFileSync('docs/seeding.md', 'utf8').matchAll(/```(\w+)\n([\s\S]*?)```\n/g)]
const block = (language: string, index = 0) => blocks.filter(match => match[1] === language)[index]?.[2] ?? ''

function mistakesIn(text: string, format: (source: YamlSource) => unknown): string[] {
  const mistakes: SeedMistake[] = []
  format(new YamlSource('docs/seeding.md', text, mistakes))
  return mistakes.map(mistakeLine)
}

it('shows an article that can be seeded', () => {
  const { yaml = '', markdown = '' } = splitFrontMatter(block('markdown')) ?? {}
  expect(mistakesIn(yaml, source => source.read(articleFormat))).toEqual([])
  expect(markdownToBody(markdown).mistakes).toEqual([])
})

it('shows a story.yaml, a newsroom.yaml and lists that can be seeded', () => {
  const [newsroom = '', sections = '', lists = ''] = block('yaml').split('\n\n')
  const authors = lists
    .split('\n')
    .slice(1)
    .map(line => line.slice(32))
    .join('\n')
  expect(mistakesIn(block('yaml', 1), source => source.read(redirectsFormat))).toEqual([])
  expect(mistakesIn(block('yaml', 2), source => source.read(storyFormat))).toEqual([])
  expect(mistakesIn(newsroom, source => source.read(newsroomFormat(source.raw())))).toEqual([])
  expect(mistakesIn(sections, source => source.read(sectionsFormat))).toEqual([])
  expect(mistakesIn(authors, source => source.read(authorsFormat))).toEqual([])
})
