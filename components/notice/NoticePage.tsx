import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { archivePath, frontPath, latestPath } from '#addresses/paths.ts'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import type { HeadlineItem } from '#db/shapes.ts'
import { MissingTile } from './MissingTile.tsx'
import styles from './NoticePage.module.css'

type Props = {
  status: number
  title: string
  text: string
  children?: ReactNode
  suggestions: HeadlineItem[]
}

/** A page that says what went wrong and offers links to go on. */
export function NoticePage({ status, title, text, children, suggestions }: Props) {
  const t = useTranslations('notice')
  const locale = useLocale()
  return (
    <div className={styles.page}>
      <div className={styles.notice}>
        <MissingTile className={styles.tile} />
        <div className={styles.words}>
          <p className={styles.code}>{t('code', { status: String(status) })}</p>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.text}>{text}</p>
          {children}
          <ul className={styles.ways}>
            <li>
              <a href={frontPath(locale)}>{t('front')}</a>
            </li>
            <li>
              <a href={latestPath(locale)}>{t('latest')}</a>
            </li>
            <li>
              <a href={archivePath(locale)}>{t('archive')}</a>
            </li>
          </ul>
        </div>
      </div>
      {suggestions.length > 0 && (
        <section aria-labelledby="latest">
          <BandHeading id="latest" title={t('latest')} />
          <HeadlineList items={suggestions} locale={locale} many />
        </section>
      )}
    </div>
  )
}
