import type { Article, Frame } from '../../db/shapes'
import { articleJsonLd, scriptJson } from './article-json-ld'

type Props = { article: Article; site: Frame['site']; siteUrl: string }

export function ArticleJsonLd({ article, site, siteUrl }: Props) {
  const json = scriptJson(articleJsonLd(article, site, siteUrl))
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data for machines, with every < escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
