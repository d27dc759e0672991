import type { CatalogueContent } from '#db/queries/newsroom-content.ts'
import {
  NEWSLETTER_FACT,
  newsletterOverrides,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { NEWSROOM_FACT } from '#domain/transfer/seeding/database-state.ts'
import type { Locale } from '#i18n/locales.ts'
import { newsletterOf } from './export-newsletter.ts'
import type { ExportState } from './export-state.ts'
import { withoutEmpty, yamlText } from './export-text.ts'

/** Writes newsroom.yaml: the names of the site, its contacts, its front, the breaking news and the settings of the newsletters. */
export async function exportNewsroom(catalogue: CatalogueContent, state: ExportState): Promise<void> {
  for (const { locale, storyId } of catalogue.breaking) {
    if (storyId === null) state.notes.push(`breaking news (${locale}): leads to no story; it is not written`)
  }
  await state.write('newsroom.yaml', yamlText(newsroomOf(catalogue, state)))
}

function newsroomOf({ site, facts, front, breaking }: CatalogueContent, { storyKey }: ExportState) {
  const fact = (key: string) => facts.find(row => row.key === key)?.value
  const names = (locale: Locale) => {
    const {
      name = 'Arab Press',
      tagline = '',
      description = '',
    } = site.find(row => row.locale === locale) ?? {}
    return withoutEmpty({ name, tagline, description })
  }
  const places = (locale: Locale) => {
    const of = (place: string) =>
      front.filter(row => row.locale === locale && row.place === place).map(row => storyKey(row.storyId))
    return withoutEmpty({ lead: of('lead')[0], second: of('second'), feature: of('feature')[0] })
  }
  const strips = breaking.flatMap(({ locale, text, storyId, at, until }) =>
    storyId === null
      ? []
      : [
          [
            locale,
            withoutEmpty({
              story: storyKey(storyId),
              at: at.toISOString(),
              until: until?.toISOString(),
              text,
            }),
          ],
        ],
  )
  const newsletter = newsletterOverrides.parse(JSON.parse(fact(NEWSLETTER_FACT) ?? '{}'))
  return withoutEmpty({
    key: fact(NEWSROOM_FACT),
    contact: withoutEmpty({ email: fact('contact.email'), phone: fact('contact.phone') }),
    ar: names('ar'),
    en: names('en'),
    breaking: Object.fromEntries(strips),
    front: withoutEmpty({ ar: places('ar'), en: places('en') }),
    newsletter: newsletterOf(newsletter),
  })
}
