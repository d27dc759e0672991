import { BodyText } from '#components/body/BodyText.tsx'
import { Lightbox } from '#components/lightbox/Lightbox.tsx'
import { MostRead } from '#components/most-read/MostRead.tsx'
import { ShareTools } from '#components/share/ShareTools.tsx'
import { Portrait } from '#components/story/Portrait.tsx'
import type { Article, HeadlineItem, MostRead as MostReadLists, Teaser } from '#db/shapes.ts'
import { ArticleHeader } from './ArticleHeader.tsx'
import { ArticleTimes } from './ArticleTimes.tsx'
import styles from './ArticleView.module.css'
import { Byline } from './Byline.tsx'
import { Corrections } from './Corrections.tsx'
import { LatestColumn } from './LatestColumn.tsx'
import { LeadFigure } from './LeadFigure.tsx'
import { PrintedFrom } from './PrintedFrom.tsx'
import { RelatedStories } from './RelatedStories.tsx'
import { TopicLinks } from './TopicLinks.tsx'

type Props = {
  article: Article
  siteName: string
  /** The absolute short address, for sharing and for print. */
  shortUrl: string
  related: Teaser[]
  headlines: HeadlineItem[]
  mostRead: MostReadLists
  breakingStoryId?: number
  /** The address of the styles of blocks that few articles have. */
  extraStyle: string
}

/** An article with everything around it. The document order is the reading order at every width. */
export function ArticleView({
  article,
  siteName,
  shortUrl,
  related,
  headlines,
  mostRead,
  breakingStoryId,
  extraStyle,
}: Props) {
  const { locale, headline, lead, authors, topics, corrections } = article
  return (
    <div className={styles.page} data-section={article.section.glaze}>
      <Lightbox>
        <article className={styles.article} aria-labelledby="headline">
          <div className={styles.story} data-part="opening">
            <div className={styles.heading}>
              <ArticleHeader article={article} />
            </div>
            {lead && (
              <div className={styles.lead}>
                <LeadFigure picture={lead} siteName={siteName} locale={locale} />
              </div>
            )}
          </div>
          <div className={styles.tools}>
            <div className={styles.facts}>
              {article.kind === 'opinion' && <Portrait picture={authors[0]?.portrait ?? null} />}
              <div className={styles.names}>
                <Byline authors={authors} locale={locale} />
                <ArticleTimes article={article} />
              </div>
            </div>
            <ShareTools url={shortUrl} headline={headline} />
          </div>
          <div className={styles.story} data-part="text">
            <BodyText
              body={article.body}
              pictures={article.pictures}
              videos={article.videos}
              attachments={article.attachments}
              extraStyle={extraStyle}
              locale={locale}
              siteName={siteName}
              hasEndMark
            />
          </div>
          <div className={styles.story} data-part="after">
            <Corrections corrections={corrections} locale={locale} />
            <TopicLinks topics={topics} locale={locale} />
            <PrintedFrom address={shortUrl} />
          </div>
        </article>
      </Lightbox>
      <div className={styles.related}>
        <RelatedStories stories={related} locale={locale} />
      </div>
      <div className={styles.lists}>
        {/* It stands before the latest headlines, which are as long as the article: nobody would find it below them. */}
        <MostRead lists={mostRead} locale={locale} thin />
        <LatestColumn headlines={headlines} locale={locale} breakingStoryId={breakingStoryId} />
      </div>
    </div>
  )
}
