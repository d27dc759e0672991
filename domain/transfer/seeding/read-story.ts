import path from 'node:path'
import type { z } from 'zod'
import { cleanSlug, slugify } from '#addresses/slug.ts'
import type { ArtSpec } from '#domain/media/art/draw-art.ts'
import type { Locale } from '#i18n/locales.ts'
import { isLocale, localeList } from '#i18n/locales.ts'
import type { FolderReading } from './folder-reading.ts'
import { articleFormat, storyFormat } from './formats.ts'
import type { InLanguages, PictureTexts, SeedArticle, SeedStory } from './seed-content.ts'
import type { YamlSource } from './yaml-source.ts'

type StoryFields = z.infer<typeof storyFormat>
/** File names of pictures and videos. */
export const MEDIA_FILES = /\.(jpe?g|png|webp|avif|gif|mp4|webm)$/i

/** Reads stories/KEY; null when its story.yaml cannot be used. */
export async function readStory(key: string, reading: FolderReading): Promise<SeedStory | null> {
  const folder = `stories/${key}`
  const source = await reading.yaml(`${folder}/story.yaml`)
  const fields = source?.read(storyFormat)
  const names = await reading.names(folder, 'files')
  const locales = localeList.filter(locale => names.includes(`${locale}.md`))
  refuseUnknownFiles(folder, names, reading)
  refuseLoneRecordings(folder, names, reading)
  if (locales.length === 0)
    reading.mistake(folder, null, 'is told in no language; expected ar.md, en.md or both')
  if (!source || !fields) {
    /* The texts are checked anyway, so that one run reports every mistake. */
    for (const locale of locales)
      await reading.markdownFile(`${folder}/${locale}.md`, articleFormat, 'region')
    return null
  }
  checkReferences(source, fields, reading)
  checkId(key, source, fields, reading)
  const section = reading.sections.get(fields.section)
  const articles: SeedArticle[] = []
  for (const locale of locales) {
    if (section && !section.languages.has(locale)) {
      source.mistake(
        ['section'],
        `section "${fields.section}" has no ${locale}: in sections.yaml, but ${locale}.md tells the story`,
      )
    }
    const article = await readArticle(`${folder}/${locale}.md`, locale, fields, reading)
    if (!article) continue
    const recording = names.includes(`${locale}.mp3`) ? reading.recording(`${folder}/${locale}.mp3`) : null
    articles.push({ ...article, recording })
  }
  const { id = null, kind, topics } = fields
  const base = { key, id, kind, topics, section: fields.section, articles }
  return { ...base, ...pictureOf(key, source, fields, locales, reading) }
}

function checkId(key: string, source: YamlSource, { id }: StoryFields, reading: FolderReading): void {
  if (id === undefined) return
  const owner = reading.storyIds.get(id)
  if (owner === undefined) reading.storyIds.set(id, key)
  else source.mistake(['id'], `${id} is the id of stories/${owner} too`)
}

function refuseUnknownFiles(folder: string, names: string[], reading: FolderReading): void {
  for (const name of names) {
    const isOurs = name === 'story.yaml' || (name.endsWith('.md') && isLocale(name.slice(0, -3)))
    if (isOurs || MEDIA_FILES.test(name) || isRecording(name)) continue
    reading.mistake(
      path.posix.join(folder, name),
      null,
      'has no place here; expected story.yaml, ar.md, en.md, ar.mp3, en.mp3, pictures and videos',
    )
  }
}

function isRecording(name: string): boolean {
  return name.endsWith('.mp3') && isLocale(name.slice(0, -'.mp3'.length))
}

/* A recording without its text is one that nobody could hear. */
function refuseLoneRecordings(folder: string, names: string[], reading: FolderReading): void {
  for (const name of names.filter(isRecording)) {
    const text = name.replace(/mp3$/, 'md')
    if (!names.includes(text))
      reading.mistake(path.posix.join(folder, name), null, `is a recording of ${text}, which is not there`)
  }
}

function checkReferences(source: YamlSource, fields: StoryFields, reading: FolderReading): void {
  if (!reading.sections.has(fields.section) && !reading.unread.has('sections.yaml')) {
    source.mistake(
      ['section'],
      `there is no section "${fields.section}"; expected ${[...reading.sections.keys()].join(', ')}`,
    )
  }
  fields.topics.forEach((topic, index) => {
    if (!reading.topics.has(topic) && !reading.unread.has('topics.yaml'))
      source.mistake(['topics', index], `there is no topic "${topic}" in topics.yaml`)
  })
  checkAuthors(source, fields.authors, reading)
}

function checkAuthors(source: YamlSource, authors: string[], reading: FolderReading): void {
  authors.forEach((author, index) => {
    if (!reading.authors.has(author) && !reading.unread.has('authors.yaml'))
      source.mistake(['authors', index], `there is no author "${author}" in authors.yaml`)
  })
}

function pictureOf(
  key: string,
  source: YamlSource,
  { picture, section }: StoryFields,
  locales: Locale[],
  reading: FolderReading,
): Pick<SeedStory, 'picture' | 'pictureTexts'> {
  if (picture === null) return { picture: null, pictureTexts: {} }
  const glaze = reading.sections.get(section)?.glaze ?? 'region'
  const pictureTexts: InLanguages<PictureTexts> = {}
  const { file, art, alt, caption, credit } = picture ?? {}
  for (const locale of localeList) {
    if (!alt?.[locale] && !caption?.[locale] && !credit?.[locale]) continue
    pictureTexts[locale] = {
      alt: alt?.[locale] ?? '',
      caption: caption?.[locale] || null,
      credit: credit?.[locale] || null,
    }
  }
  if (file === undefined) {
    const note = (message: string) => source.mistake(['picture', 'art'], message)
    return { picture: reading.media.art({ seed: key, glaze, ...art } as ArtSpec, note), pictureTexts }
  }
  if (art) source.mistake(['picture', 'art'], 'stands beside file; expected one of the two')
  for (const locale of locales) {
    if (alt?.[locale] === undefined)
      source.mistake(['picture', 'alt', locale], 'is missing: what the picture shows')
  }
  const note = (message: string) => source.mistake(['picture', 'file'], message)
  return { picture: reading.fileBeside(`stories/${key}/story.yaml`, file, note), pictureTexts }
}

async function readArticle(
  file: string,
  locale: Locale,
  story: StoryFields,
  reading: FolderReading,
): Promise<Omit<SeedArticle, 'recording'> | null> {
  const glaze = reading.sections.get(story.section)?.glaze ?? 'region'
  const read = await reading.markdownFile(file, articleFormat, glaze)
  if (!read) return null
  const { fields, source, text } = read
  checkAuthors(source, fields.authors ?? [], reading)
  const published = fields.published ?? story.published ?? null
  const isTimed = ['scheduled', 'published', 'withdrawn'].includes(fields.status)
  if (isTimed && published === null) {
    source.mistake(['published'], 'is missing here and in story.yaml; expected when it is published')
  }
  if (isTimed && fields.headline.trim() === '') source.mistake(['headline'], 'must not be empty')
  return {
    locale,
    headline: fields.headline.trim(),
    standfirst: fields.standfirst.trim(),
    slug: cleanSlug(fields.slug ?? '') || slugify(fields.headline) || '-',
    status: fields.status,
    published,
    updated: fields.updated ?? null,
    authors: fields.authors ?? story.authors,
    corrections: fields.corrections,
    seoTitle: fields.seo.title ?? null,
    seoDescription: fields.seo.description ?? null,
    text,
  }
}
