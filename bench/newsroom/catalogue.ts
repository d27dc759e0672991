import { slugify } from '#addresses/slug.ts'
import { canonicalBody } from '#body/canonical-body.ts'
import { nameChange } from '#db/queries/changes.ts'
import { putFact } from '#db/queries/facts.ts'
import { putAuthor, putPage, putSection, putSite, putTopic } from '#db/queries/writing/catalogue.ts'
import { putMedia } from '#db/queries/writing/media.ts'
import type { Glaze } from '#db/shapes.ts'
import { write } from '#db/write.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { keepArt, rowOf } from '#domain/media/files/keep-file.ts'
import { storeMedia } from '#domain/media/files/store-media.ts'
import { portraitPicture } from '#domain/media/pictures/read-picture.ts'
import { NEWSROOM_FACT } from '#domain/transfer/seeding/database-state.ts'
import { localeList } from '#i18n/locales.ts'
import { composeBody } from './compose.ts'
import { Dice } from './dice.ts'

/** Row ids of the catalogue under which stories are filed. */
export type Catalogue = {
  sections: { id: number; isOpinion: boolean }[]
  topics: number[]
  authors: number[]
  pictures: number[]
}

type Pair = readonly [ar: string, en: string]

const SECTIONS: readonly (readonly [key: string, glaze: Glaze, ...Pair])[] = [
  ['region', 'region', 'المنطقة', 'Region'],
  ['economy', 'economy', 'اقتصاد', 'Economy'],
  ['climate', 'climate', 'مناخ', 'Climate'],
  ['science', 'science', 'علوم', 'Science'],
  ['culture', 'culture', 'ثقافة', 'Culture'],
  ['sport', 'sport', 'رياضة', 'Sport'],
  ['cities', 'cities', 'مدن', 'Cities'],
  ['opinion', 'opinion', 'رأي', 'Opinion'],
]

/* Twenty subjects in ten places give two hundred topics. */
const SUBJECTS: readonly Pair[] = [
  ['المياه', 'Water'],
  ['المدارس', 'Schools'],
  ['المرافئ', 'Ports'],
  ['السكك الحديد', 'Railways'],
  ['المواسم', 'Harvests'],
  ['المستشفيات', 'Hospitals'],
  ['الأسواق', 'Markets'],
  ['المتاحف', 'Museums'],
  ['المحفوظات', 'Archives'],
  ['الصيد', 'Fisheries'],
  ['الطاقة', 'Energy'],
  ['السكن', 'Housing'],
  ['المحاكم', 'Courts'],
  ['الموازنات', 'Budgets'],
  ['الانتخابات', 'Elections'],
  ['المراصد', 'Observatories'],
  ['المكتبات', 'Libraries'],
  ['الملاعب', 'Stadiums'],
  ['المسارح', 'Theatres'],
  ['الطرق', 'Roads'],
]
const PLACES: readonly Pair[] = [
  ['على الساحل', 'on the coast'],
  ['في المرتفعات', 'in the highlands'],
  ['في الدلتا', 'in the delta'],
  ['في الجزر', 'on the islands'],
  ['في العاصمة', 'in the capital'],
  ['في السهوب', 'on the steppe'],
  ['في بلدات الحدود', 'in the border towns'],
  ['في الواحات', 'in the oases'],
  ['في الوادي', 'in the valley'],
  ['حول الخليج', 'around the gulf'],
]

/* Twelve first names and five family names give sixty people. */
const FIRST_NAMES: readonly Pair[] = [
  ['سلمى', 'Salma'],
  ['طارق', 'Tarek'],
  ['هدى', 'Huda'],
  ['بسام', 'Bassam'],
  ['ريم', 'Reem'],
  ['وليد', 'Walid'],
  ['نجلاء', 'Najla'],
  ['فارس', 'Fares'],
  ['لبنى', 'Lubna'],
  ['زياد', 'Ziad'],
  ['سهى', 'Suha'],
  ['مروان', 'Marwan'],
]
const FAMILIES: readonly Pair[] = [
  ['الحبّال', 'Habbal'],
  ['منصور', 'Mansour'],
  ['الخطيب', 'Khatib'],
  ['عازار', 'Azar'],
  ['البحري', 'Bahri'],
]

const PAGES: readonly (readonly [key: string, ...Pair])[] = [
  ['about', 'من نحن', 'About us'],
  ['contact', 'اتصل بنا', 'Contact'],
  ['privacy', 'الخصوصية', 'Privacy'],
]

export type Drawings = { pictures: number; portraits: number }
/* One picture for several thousand stories, and a portrait for each person. */
const ALL: Drawings = { pictures: 36, portraits: FIRST_NAMES.length * FAMILIES.length }
const ACTOR_FACTS = { [NEWSROOM_FACT]: 'made-up', 'contact.email': 'desk@newsroom.example' }

/** Writes the site, its sections, topics, people, pictures and standing pages. */
export async function writeCatalogue(dataDir: string, now: Date, drawings = ALL): Promise<Catalogue> {
  const pictures = await drawPictures(dataDir, drawings.pictures, now)
  const portraits = await drawPortraits(dataDir, drawings.portraits, now)
  return write(async tx => {
    for (const [key, value] of Object.entries(ACTOR_FACTS)) await putFact(tx, key, value)
    await putSite(tx, 'ar', {
      name: 'عرب برس',
      tagline: 'غرفة أخبار للقياس',
      description: 'نصوص مولّدة، للقياس وحده.',
    })
    await putSite(tx, 'en', {
      name: 'Arab Press',
      tagline: 'A newsroom to measure with',
      description: 'Made-up texts, for measuring and nothing else.',
    })
    const sections = []
    for (const [position, [key, glaze, ar, en]] of SECTIONS.entries()) {
      const id = await putSection(tx, { key, glaze, position, texts: named([ar, en]) })
      sections.push({ id, isOpinion: glaze === 'opinion' })
    }
    const topics = []
    for (const [subject, place] of pairs(SUBJECTS, PLACES)) {
      const texts = named([`${subject[0]} ${place[0]}`, `${subject[1]} ${place[1]}`])
      topics.push(await putTopic(tx, { key: slugify(texts.en.name), texts }))
    }
    const authors = []
    for (const [index, [first, family]] of pairs(FIRST_NAMES, FAMILIES).entries()) {
      const portrait = portraits[index]
      const portraitId = portrait ? await putMedia(tx, portrait) : null
      const texts = people([`${first[0]} ${family[0]}`, `${first[1]} ${family[1]}`])
      authors.push(await putAuthor(tx, { key: texts.en.slug, portraitId, texts }))
    }
    const pictureIds = []
    for (const picture of pictures) pictureIds.push(await putMedia(tx, picture))
    for (const [position, [key, ar, en]] of PAGES.entries()) {
      for (const locale of localeList) {
        const title = locale === 'ar' ? ar : en
        const material = { words: 200, pictures: [], isGallery: false, link: null }
        const body = canonicalBody(composeBody(locale, material, new Dice(position)))
        await putPage(tx, {
          key,
          locale,
          slug: slugify(title),
          title,
          body,
          status: 'published',
          position,
          updatedAt: now,
        })
      }
    }
    await nameChange(tx, now, localeList.map(tag.frame))
    return { sections, topics, authors, pictures: pictureIds }
  })
}

async function drawPictures(dataDir: string, count: number, now: Date) {
  const media = []
  for (let number = 0; number < count; number++) {
    const glaze = SECTIONS[number % SECTIONS.length]?.[1] ?? 'region'
    media.push(await keepArt(dataDir, { seed: `made-up ${number}`, glaze }, { now }))
  }
  return media
}

async function drawPortraits(dataDir: string, count: number, now: Date) {
  const media = []
  for (let variant = 0; variant < count; variant++) {
    const spec = { seed: `made-up ${variant}`, glaze: 'opinion' as const, variant }
    const file = await portraitPicture(spec)
    await storeMedia(dataDir, file)
    media.push(rowOf(file, { sourceName: null, art: { portrait: spec }, now }))
  }
  return media
}

function named([ar, en]: Pair) {
  const fields = (name: string) => ({ name, slug: slugify(name), description: '' })
  return { ar: fields(ar), en: fields(en) }
}

function people([ar, en]: Pair) {
  return {
    ar: { name: ar, slug: slugify(ar), role: 'محرر', bio: '' },
    en: { name: en, slug: slugify(en), role: 'Editor', bio: '' },
  }
}

function pairs<A, B>(ones: readonly A[], others: readonly B[]): [A, B][] {
  return ones.flatMap(one => others.map((other): [A, B] => [one, other]))
}
