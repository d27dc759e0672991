import { useTranslations } from 'next-intl'
import { isolated } from '#components/bidi/isolated.tsx'
import { BodyText } from '#components/body/BodyText.tsx'
import { Lightbox } from '#components/lightbox/Lightbox.tsx'
import { ListenButton } from '#components/listening/ListenButton.tsx'
import type { ListenOffer } from '#components/listening/listen-offer.ts'
import { MostRead } from '#components/most-read/MostRead.tsx'
import { NewsletterBox } from '#components/newsletter/NewsletterBox.tsx'
import type { NewsletterOffer } from '#components/newsletter/newsletter-offer.ts'
import { SharedPart } from '#components/page/SharedPart.tsx'
import { ShareTools } from '#components/share/ShareTools.tsx'
import { Portrait } from '#components/story/Portrait.tsx'
import { Standfirst } from '#components/story/Standfirst.tsx'
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
import type { Rail } from './rail.ts'
import { TopicLinks } from './TopicLinks.tsx'

type Props = {
  article: Article
  siteName: string
  /** The absolute short address, for sharing and for print. */
  shortUrl: string
  related: Teaser[]
  rail: Rail
  headlines: HeadlineItem[]
  /** The first of the headlines as stories, where the rail needs pictures. */
  pictured: Teaser[]
  mostRead: MostReadLists
  breakingStoryId?: number
  offer: NewsletterOffer | null
  /** The offer to hear the article, and the headlines; null: there is none. */
  listen: { article: ListenOffer; headlines: ListenOffer } | null
  /** The address of the styles of blocks that few articles have. */
  extraStyle: string
  /** The address of the script that opens pictures. */
  photoScript: string
  /** Where the edge puts in what all pages share: its choice among the latest headlines; null where it does not. */
  latestChoice: string | null
}

/** An article with everything around it. The document order is the reading order at every width. */
export function ArticleView({
  article,
  siteName,
  shortUrl,
  related,
  rail,
  headlines,
  pictured,
  mostRead,
  breakingStoryId,
  offer,
  listen,
  extraStyle,
  photoScript,
  latestChoice,
}: Props) {
  const t = useTranslations('article')
  const isLeft = latestChoice !== null
  const { locale, headline, standfirst, lead, authors, topics, corrections } = article
  return (
    <div className={styles.page} data-section={article.section.glaze}>
      <Lightbox script={photoScript}>
        <article className={styles.article} aria-labelledby="headline">
          <div className={styles.heading}>
            <ArticleHeader article={article} />
          </div>
          <div className={styles.column}>
            <div className={styles.story} data-part="opening">
              {standfirst && (
                <div className={styles.standfirst}>
                  <Standfirst>{isolated(standfirst, locale)}</Standfirst>
                </div>
              )}
              {lead && <LeadFigure picture={lead} siteName={siteName} locale={locale} />}
            </div>
            <div className={styles.tools}>
              <div className={styles.facts}>
                {article.kind === 'opinion' && <Portrait picture={authors[0]?.portrait ?? null} />}
                <div className={styles.names}>
                  <Byline authors={authors} locale={locale} />
                  <ArticleTimes article={article} />
                </div>
              </div>
              {listen && <ListenButton offer={listen.article} />}
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
            {offer && (
              <div className={styles.offer}>
                <NewsletterBox offer={offer} place="article" />
              </div>
            )}
          </div>
        </article>
      </Lightbox>
      <div className={styles.related}>
        <RelatedStories stories={related} locale={locale} isMarked={isLeft} />
        {/* It names what the eye meets next; the list has its own heading before its first line. */}
        <p className={styles.goesOn} aria-hidden="true">
          {t('moreLatest')}
        </p>
      </div>
      {/* The most read stand before the latest, which are as long as the article: nobody would find them below. */}
      <div className={styles.beside}>
        {rail.hasMostRead && (
          <div className={styles.mostRead}>
            <SharedPart name="mostRead" isLeft={isLeft}>
              <MostRead lists={mostRead} locale={locale} thin />
            </SharedPart>
          </div>
        )}
        <SharedPart name="latest" choice={latestChoice ?? undefined} isLeft={isLeft}>
          <LatestColumn
            headlines={headlines}
            pictured={pictured}
            locale={locale}
            breakingStoryId={breakingStoryId}
            listen={listen?.headlines ?? null}
          />
        </SharedPart>
      </div>
      {!rail.hasMostRead && (
        <div className={styles.last}>
          <SharedPart name="mostRead" isLeft={isLeft}>
            <MostRead lists={mostRead} locale={locale} thin />
          </SharedPart>
        </div>
      )}
    </div>
  )
}
