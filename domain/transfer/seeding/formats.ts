import { z } from 'zod'
import { isRowNumber } from '#db/row-number.ts'
import { glazeNames } from '#domain/media/art/glazes.ts'
import { styleNames } from '#domain/media/art/painting.ts'
import { shapeNames } from '#domain/media/art/shapes.ts'
import { tilingNames } from '#domain/media/art/tilings.ts'
import { newsletterFormat } from './newsletter-format.ts'
import { parseSeedTime, TIME_FORMS } from './seed-time.ts'

/*
 * The formats of docs/seeding.md, file by file. An unknown key is a mistake, because it is usually a misspelled one.
 */

const text = z.string().trim().min(1, 'must not be empty')
const anyText = z.string()
const key = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u, 'expected letters, digits and hyphens')
const time = z.string().transform((value, context) => {
  const parsed = parseSeedTime(value)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: `"${value}" is not a time; expected ${TIME_FORMS}` })
  return z.NEVER
})
const glaze = z.enum(glazeNames)

const art = z.strictObject({
  seed: text.optional(),
  glaze: glaze.optional(),
  style: z.enum(styleNames).optional(),
  family: z.literal([6, 8, 10, 12]).optional(),
  tiling: z.enum(tilingNames).optional(),
  shape: z.enum(shapeNames).optional(),
  scale: z.number().min(0.1).max(3).optional(),
  turn: z.number().min(-360).max(360).optional(),
})

/** The parameters of a drawing in a directive, where every value is text. */
export const directiveArt = z.preprocess(value => {
  const given = value as Record<string, string>
  const number = (name: string) => (given[name] === undefined ? {} : { [name]: Number(given[name]) })
  return { ...given, ...number('family'), ...number('scale'), ...number('turn') }
}, art)

const inLanguages = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject({ ar: shape.optional(), en: shape.optional() })

const named = z.strictObject({ name: text, slug: text.optional(), description: anyText.default('') })
const hasLanguage = (value: { ar?: unknown; en?: unknown }) =>
  value.ar !== undefined || value.en !== undefined
const NEEDS_LANGUAGE = 'is told in no language; expected ar, en or both'

const place = {
  lead: key.optional(),
  second: z.array(key).max(12).optional(),
  feature: key.optional(),
}
const frontOfOne = z.strictObject(place)
const strip = { story: key, until: time.optional(), at: time.optional() }
const breakingOfOne = z.strictObject({ ...strip, text: text.optional() })
const siteNames = z.strictObject({
  name: text,
  tagline: anyText.default(''),
  description: anyText.default(''),
})

/* A value for both languages, or one for each. The keys in the file decide which form its mistakes refer to. */
const sharedOrNot = <Shared extends z.ZodType, Own extends z.ZodType>(shared: Shared, own: Own) => ({
  shared,
  each: inLanguages(own),
})
const front = sharedOrNot(frontOfOne, frontOfOne)
const breaking = sharedOrNot(z.strictObject({ ...strip, text: inLanguages(text).optional() }), breakingOfOne)

const isEach = (value: unknown) =>
  value !== null && typeof value === 'object' && ('ar' in value || 'en' in value)

/** The format of newsroom.yaml. `front` and `breaking` hold either one value for both languages or one for each. */
export function newsroomFormat(raw: unknown) {
  const given = (raw ?? {}) as { front?: unknown; breaking?: unknown }
  return z.strictObject({
    key: key.optional(),
    contact: z.strictObject({ email: text.optional(), phone: text.optional() }).default({}),
    ar: siteNames,
    en: siteNames,
    front: (isEach(given.front) ? front.each : front.shared.transform(both)).optional(),
    breaking: (isEach(given.breaking) ? breaking.each : breaking.shared.transform(eachStrip)).optional(),
    newsletter: newsletterFormat.optional(),
  })
}

const both = <Value>(value: Value) => ({ ar: value, en: value })

function eachStrip({ text: texts, ...rest }: z.infer<typeof breaking.shared>) {
  return { ar: { ...rest, text: texts?.ar }, en: { ...rest, text: texts?.en } }
}

export const sectionsFormat = z.array(
  z
    .strictObject({ key, glaze, ar: named.optional(), en: named.optional() })
    .refine(hasLanguage, NEEDS_LANGUAGE),
)
export const topicsFormat = z.array(
  z.strictObject({ key, ar: named.optional(), en: named.optional() }).refine(hasLanguage, NEEDS_LANGUAGE),
)

const person = z.strictObject({
  name: text,
  slug: text.optional(),
  role: anyText.default(''),
  bio: anyText.default(''),
})
const portrait = z.union(
  [
    text,
    z.strictObject({
      art: z.strictObject({
        seed: text.optional(),
        glaze: glaze.optional(),
        variant: z.int().min(0).optional(),
      }),
    }),
  ],
  'expected a file, none, or { art: { variant: 3 } }',
)
export const authorsFormat = z.array(
  z
    .strictObject({ key, portrait: portrait.optional(), ar: person.optional(), en: person.optional() })
    .refine(hasLanguage, NEEDS_LANGUAGE),
)

const picture = z.strictObject({
  file: text.optional(),
  art: art.optional(),
  credit: inLanguages(anyText).optional(),
  alt: inLanguages(anyText).optional(),
  caption: inLanguages(anyText).optional(),
})

export const redirectsFormat = z.array(
  z.strictObject({ from: text, to: text, in: z.enum(['ar', 'en'], 'expected ar or en') }),
)

export const storyFormat = z.strictObject({
  id: z.int().refine(isRowNumber, 'expected a number from 1 to 2147483647').optional(),
  section: key,
  kind: z.enum(['news', 'opinion', 'live', 'gallery', 'video']).default('news'),
  topics: z.array(key).default([]),
  authors: z.array(key).default([]),
  published: time.optional(),
  picture: z.preprocess(value => (value === 'none' ? null : value), picture.nullable()).optional(),
})

export const articleFormat = z.strictObject({
  headline: anyText,
  standfirst: anyText.default(''),
  slug: text.optional(),
  status: z.enum(['draft', 'review', 'scheduled', 'published', 'withdrawn']).default('published'),
  published: time.optional(),
  updated: time.optional(),
  authors: z.array(key).optional(),
  corrections: z.array(z.strictObject({ at: time, text })).default([]),
  seo: z.strictObject({ title: text.optional(), description: text.optional() }).default({}),
})

export const pageFormat = z.strictObject({
  key: text.optional(),
  title: text,
  slug: text.optional(),
  status: z.enum(['draft', 'published']).default('published'),
  updated: time.optional(),
  position: z.int().min(0).optional(),
})
