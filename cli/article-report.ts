import { shortPath } from '#addresses/paths.ts'
import type { DeskArticle, DeskRevision } from '#db/queries/desk.ts'
import { settings } from '#settings/settings.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'
import { momentText } from './moment.ts'
import { alignedRows, terminalText } from './terminal-text.ts'

/** Formats a list of articles for a terminal. */
export function articleList(articles: DeskArticle[]): string {
  if (articles.length === 0) return 'There are no such articles.\n'
  const rows = articles.map(article => [
    String(article.storyId),
    article.locale,
    article.status,
    momentText(momentOf(article)),
    terminalText(article.headline || '(no headline)'),
  ])
  const lines = alignedRows([['ID', '', 'STATUS', 'TIME', 'HEADLINE'], ...rows])
  const noted = lines.slice(1).flatMap((line, index) => {
    const note = noteOf(articles[index])
    return note ? [line, `    ${note}`] : [line]
  })
  return `${[lines[0], ...noted, '', `Times are those of ${siteTimeZone()}.`].join('\n')}\n`
}

/** Formats one article and its revisions for a terminal. */
export function articleDetails(article: DeskArticle, revisions: DeskRevision[]): string {
  const { storyId, locale, section, status, publishedAt, updatedAt } = article
  const note = noteOf(article)
  const facts = [
    ['story', `${storyId}, ${locale}`],
    ...(section ? [['section', terminalText(section)]] : []),
    ['status', status === 'scheduled' ? `scheduled for ${momentText(momentOf(article))}` : status],
    ...(note ? [['', note]] : []),
    ...(publishedAt ? [['published', momentText(publishedAt)]] : []),
    ...(updatedAt ? [['updated', momentText(updatedAt)]] : []),
    ['address', addressOf(article)],
  ]
  const versions = revisions.map(({ revision, savedAt, actor, headline }) => [
    String(revision),
    momentText(savedAt),
    terminalText(actor),
    terminalText(headline),
  ])
  const table = alignedRows([['REVISION', 'SAVED', 'BY', 'HEADLINE'], ...versions])
  const lines = [terminalText(article.headline || '(no headline)'), ...alignedRows(facts), '', ...table]
  return `${[...lines, '', `Times are those of ${siteTimeZone()}.`].join('\n')}\n`
}

/** Formats the outcome of a command for an article, and the address of the article if it is published. */
export function articleOutcome(outcome: string, article: DeskArticle): string {
  const lines = [`${outcome}: ${terminalText(article.headline || '(no headline)')}`]
  if (article.status === 'published') lines.push(addressOf(article))
  return `${lines.join('\n')}\n`
}

/** The short link, because the percent-encoded address of an Arabic article is unreadable. */
function addressOf({ storyId, locale }: DeskArticle): string {
  return `${settings().siteUrl}${shortPath(storyId, locale)}`
}

function momentOf({ status, schedule, publishedAt, savedAt }: DeskArticle): Date {
  if (status === 'scheduled' && schedule) return schedule.dueAt
  return status === 'published' || status === 'withdrawn' ? (publishedAt ?? savedAt) : savedAt
}

/* A note on a schedule that failed, or that will publish an older revision than the newest. */
function noteOf(article: DeskArticle | undefined): string | null {
  if (!article?.schedule) return null
  const { status, revision, schedule } = article
  if (schedule.state === 'failed' && status !== 'published' && status !== 'withdrawn') {
    return `was to be published at ${momentText(schedule.dueAt)}, and was not: ${terminalText(schedule.failure ?? '')}`
  }
  if (schedule.state === 'waiting' && revision !== schedule.revision) {
    return `revision ${schedule.revision} will be published, not the later edits (now at ${revision}); schedule it again to take them in`
  }
  return null
}
