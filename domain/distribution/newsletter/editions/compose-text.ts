import { articlePath, latestPath, standingPagePath } from '#addresses/paths.ts'
import { reader } from '#db/open.ts'
import { siteFrame } from '#db/queries/frame.ts'
import type { EditionText } from '#db/queries/newsletter/editions.ts'
import type { NewsletterKind } from '#db/schema/tables.ts'
import type { Frame, Teaser } from '#db/shapes.ts'
import { absoluteUrl } from '#domain/distribution/feeds/absolute-url.ts'
import { editionMail } from '#domain/distribution/newsletter/mail/edition-mail.ts'
import type { MailSite, MailStory } from '#domain/distribution/newsletter/mail/mail-content.ts'
import {
  type Newsletter,
  type NewsletterSettings,
  newsletterSettings,
} from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import { renditionName, widthsFor } from '#domain/media/pictures/rendition-name.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'

/** Everything that editions and other mails of this moment share. */
export type Composing = {
  newsletter: Newsletter
  settings: NewsletterSettings
  frames: Record<Locale, Frame>
}

/** @throws ExpectedError `newsletter.noPostalAddress` when a mail would have no address of its publisher at its foot */
export async function composingFor(newsletter: NewsletterKind): Promise<Composing> {
  const all = await newsletterSettings(reader())
  const missing = localeList.find(locale => !all.postalAddress[locale])
  if (missing) throw new ExpectedError('newsletter.noPostalAddress', { locale: missing })
  return { newsletter: all.newsletters[newsletter], settings: all, frames: await bothFrames() }
}

export async function bothFrames(): Promise<Record<Locale, Frame>> {
  const [ar, en] = await Promise.all([siteFrame('ar'), siteFrame('en')])
  return { ar, en }
}

type Content = { locale: Locale; stories: Teaser[]; at: Date }

/**
 * An edition in one language. The breaking strip stands in it, unless it is what the edition is about, and its story is
 * not named a second time.
 */
export async function composeText(
  { newsletter, settings: all, frames }: Composing,
  { locale, stories, at }: Content,
): Promise<EditionText> {
  const { siteUrl } = settings()
  const { breaking } = frames[locale]
  const stripStory = breaking?.article?.storyId
  const isAboutIt = newsletter.name === 'breaking' || stripStory === stories[0]?.storyId
  const named = isAboutIt ? stories : stories.filter(({ storyId }) => storyId !== stripStory)
  const mail = editionMail({
    ...{ locale, at, site: mailSite(all, frames, locale) },
    newsletter: { name: newsletter.name, title: newsletter.titles[locale] },
    stories: named.map(story => mailStory(story, locale, siteUrl)),
    breaking:
      breaking && !isAboutIt
        ? {
            at: breaking.at,
            text: breaking.text,
            url: absoluteUrl(
              breaking.article ? articlePath(breaking.article.locale, breaking.article) : latestPath(locale),
              siteUrl,
            ),
          }
        : null,
  })
  return { locale, ...mail }
}

/** The publisher as mails show it. */
export function mailSite(all: NewsletterSettings, frames: Record<Locale, Frame>, locale: Locale): MailSite {
  const { siteUrl } = settings()
  const privacy = frames[locale].pages.find(({ key }) => key === 'privacy')
  return {
    names: { ar: frames.ar.site.name, en: frames.en.site.name },
    postalAddress: all.postalAddress[locale] ?? '',
    siteUrl,
    privacyUrl: privacy ? absoluteUrl(standingPagePath(locale, privacy.slug), siteUrl) : null,
  }
}

/* Twice the width of the column, for screens with two dots to a pixel. */
const PICTURE_WIDTH = 1104

function mailStory(story: Teaser, locale: Locale, siteUrl: string): MailStory {
  const { section, headline, standfirst, readingMinutes, picture } = story
  const path = articlePath(locale, { ...story, sectionSlug: section.slug })
  return {
    url: absoluteUrl(path, siteUrl),
    section: { name: section.name, glaze: section.glaze },
    headline,
    standfirst: standfirst || null,
    minutes: readingMinutes > 0 ? readingMinutes : null,
    picture: picture && {
      ...pictureFile(picture, siteUrl),
      alt: picture.alt,
      credit: picture.credit,
    },
  }
}

/* One address for all readers; mail programs know neither AVIF nor, many of them, WebP. */
function pictureFile({ name, width, height }: NonNullable<Teaser['picture']>, siteUrl: string) {
  const widths = widthsFor(width)
  const chosen = widths.find(each => each >= PICTURE_WIDTH) ?? widths.at(-1) ?? width
  return {
    url: absoluteUrl(`/media/${renditionName(name, chosen, 'jpeg')}`, siteUrl),
    width: chosen,
    height: Math.round((height * chosen) / width),
  }
}
