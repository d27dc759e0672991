import { sitemapIndexPath, sitemapPath } from '#addresses/paths.ts'
import { localeList } from '#i18n/locales.ts'

/**
 * Which crawlers of language models may come: all of them; only those that fetch a page to answer a person and link to
 * it, not those that gather texts for training; none.
 */
export type AiCrawlerPolicy = 'all' | 'retrieval' | 'none'

/*
 * The names that their owners publish for this file. Google-Extended and Applebot-Extended are no crawlers but tokens
 * that Google's and Apple's crawlers obey; search is not affected by them.
 */
const FOR_TRAINING = [
  'GPTBot',
  'ClaudeBot',
  'anthropic-ai',
  'Google-Extended',
  'Applebot-Extended',
  'CCBot',
  'Bytespider',
  'Meta-ExternalAgent',
  'cohere-training-data-crawler',
]
const FOR_ANSWERS = [
  'OAI-SearchBot',
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'PerplexityBot',
  'Perplexity-User',
  'Meta-ExternalFetcher',
  'MistralAI-User',
  'DuckAssistBot',
]

/** The robots.txt of the site (RFC 9309): what crawlers may read, and where the sitemaps are. */
export function robotsTxt(siteUrl: string, policy: AiCrawlerPolicy): string {
  const refused = { all: [], retrieval: FOR_TRAINING, none: [...FOR_TRAINING, ...FOR_ANSWERS] }[policy]
  const groups = [
    ['User-agent: *', ...localeList.map(locale => `Disallow: /${locale}/newsroom`), 'Disallow: /read/'],
    refused.length > 0 ? [...refused.map(name => `User-agent: ${name}`), 'Disallow: /'] : [],
    [sitemapIndexPath, ...localeList.map(locale => sitemapPath(locale, 'news.xml'))].map(
      path => `Sitemap: ${siteUrl}${path}`,
    ),
  ]
  return groups
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n')
}
