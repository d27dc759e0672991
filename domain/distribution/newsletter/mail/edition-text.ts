import { latestPath } from '#addresses/paths.ts'
import { formatClock, formatMastheadDay } from '#i18n/dates.ts'
import { translator } from '#i18n/translator.ts'
import type { Edition } from './edition.ts'
import type { MailStory } from './mail-content.ts'
import { imprint } from './mail-frame.ts'
import { oneLine, PLAIN_RULE, plainSentence, plainWords } from './mail-words.ts'
import { signOf } from './placeholders.ts'
import { readWords } from './story-rows.ts'
import { zoneInWords } from './zone-words.ts'

/** The plain part of an edition. Each address has a line of its own, where its direction disturbs no words. */
export function editionText(edition: Edition, lead: MailStory): string {
  const { locale, site, newsletter, at } = edition
  const t = translator(locale, 'mail')
  const isUrgent = newsletter.name === 'breaking'
  const words = (text: string) => plainWords(text, locale)
  const others = isUrgent ? [] : edition.stories.slice(1)
  const title = isUrgent
    ? site.names[locale]
    : translator(locale, 'site')('titleWithSite', { title: newsletter.title, site: site.names[locale] })
  const blocks = [
    lines(words(title), words(formatMastheadDay(at, locale))),
    ...breakingBlocks(edition),
    lines(
      !isUrgent && words(lead.section.name),
      words(lead.headline),
      lead.standfirst && words(lead.standfirst),
      words(readWords(lead, locale)),
      lead.url,
    ),
    ...others.map(story =>
      lines(
        words(`${oneLine(story.section.name)}: ${oneLine(story.headline)}`),
        story.standfirst && words(story.standfirst),
        story.url,
      ),
    ),
    !isUrgent &&
      lines(
        t(newsletter.name === 'weekly' ? 'allLatest' : 'allOfToday'),
        new URL(latestPath(locale), site.siteUrl).href,
      ),
    PLAIN_RULE,
    plainSentence(date => t('why', { title: oneLine(newsletter.title), date }), 'confirmedOn', locale),
    lines(t('leave'), signOf('leaveUrl')),
    lines(t('change'), signOf('changeUrl')),
    site.privacyUrl && lines(t('privacy'), site.privacyUrl),
    words(imprint(site, locale)),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function breakingBlocks({ locale, newsletter, breaking, at }: Edition): string[] {
  const head = (moment: Date) =>
    plainWords(
      `${translator(locale, 'mail')('breaking')} ${formatClock(moment)} ${zoneInWords(locale)}`,
      locale,
    )
  if (newsletter.name === 'breaking') return [head(breaking?.at ?? at)]
  return breaking ? [lines(head(breaking.at), plainWords(breaking.text, locale), breaking.url)] : []
}

function lines(...all: (string | null | false | undefined)[]): string {
  return all.filter(Boolean).join('\n')
}
