import { useTranslations } from 'next-intl'
import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { CloseIcon } from '#components/icons/CloseIcon.tsx'
import width from '#components/page/PageWidth.module.css'
import type { Breaking } from '#db/shapes.ts'
import { formatClock } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './BreakingStrip.module.css'

/** One line of breaking news. It never moves; enhance/ adds the close button and remembers that it was used. */
export function BreakingStrip({ breaking, locale }: { breaking: Breaking; locale: Locale }) {
  const t = useTranslations('breaking')
  const { id, text, at, article } = breaking
  const words = isolated(text, locale)
  return (
    <breaking-strip suppressHydrationWarning data-id={id}>
      <aside className={styles.strip} aria-labelledby="breaking">
        <div className={`${styles.row} ${width.page}`}>
          <b id="breaking" className={styles.label}>
            {t('label')}
          </b>
          <p className={styles.text}>
            {article ? <a href={articlePath(article.locale, article)}>{words}</a> : words}
          </p>
          <time dateTime={at.toISOString()} data-relative="" suppressHydrationWarning>
            {formatClock(at)}
          </time>
          <button
            type="button"
            className={styles.close}
            data-close=""
            suppressHydrationWarning
            hidden
            aria-label={t('close')}
          >
            <CloseIcon />
          </button>
        </div>
      </aside>
    </breaking-strip>
  )
}
