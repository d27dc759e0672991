import { useTranslations } from 'next-intl'
import { standingPagePath } from '#addresses/paths.ts'
import { isolated, isolatedInOne } from '#components/bidi/isolated.tsx'
import { BodyText } from '#components/body/BodyText.tsx'
import type { StandingPage, StandingPageRef } from '#db/shapes.ts'
import { formatDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './StandingPageText.module.css'

type Props = {
  page: StandingPage
  others: StandingPageRef[]
  locale: Locale
  siteName: string
  extraStyle: string
}

/** A page about the newspaper itself, such as its staff, contacts or corrections policy. */
export function StandingPageText({ page, others, locale, siteName, extraStyle }: Props) {
  const t = useTranslations('standingPage')
  return (
    <div className={styles.grid}>
      <article className={styles.article} aria-labelledby="headline">
        <h1 id="headline" className={styles.title}>
          {isolated(page.title, locale)}
        </h1>
        <BodyText
          body={page.body}
          pictures={page.pictures}
          videos={page.videos}
          attachments={page.attachments}
          extraStyle={extraStyle}
          locale={locale}
          siteName={siteName}
        />
        <p className={styles.updated}>
          {t.rich('updated', {
            day: formatDay(page.updatedAt, locale),
            time: text => <time dateTime={page.updatedAt.toISOString()}>{text}</time>,
          })}
        </p>
      </article>
      {others.length > 0 && (
        <nav className={styles.others} aria-label={t('others')}>
          <h2>{t('about')}</h2>
          <ul>
            {others.map(({ key, slug, title }) => (
              <li key={key}>
                <a href={standingPagePath(locale, slug)}>{isolatedInOne(title, locale)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
