import { useTranslations } from 'next-intl'
import { frontPath } from '#addresses/paths.ts'
import width from '#components/page/PageWidth.module.css'
import type { PageFrame } from '#components/page/page-frame.ts'
import { otherLocale } from '#i18n/locales.ts'
import styles from './Masthead.module.css'
import { Nameplate, Taglines } from './Nameplate.tsx'
import { UtilityBar } from './UtilityBar.tsx'

type Props = {
  frame: PageFrame
  compact?: boolean
  languageSwitch: { href: string; exact: boolean }
}

export function Masthead({ frame, compact, languageSwitch }: Props) {
  const t = useTranslations('masthead')
  const { locale, site, otherSite } = frame
  const names = { [locale]: site.name, [otherLocale(locale)]: otherSite.name }
  const taglines = { [locale]: site.tagline, [otherLocale(locale)]: otherSite.tagline }
  const Heading = compact ? 'p' : 'h1'
  return (
    <header className={`${styles.masthead} ${width.page}`}>
      <UtilityBar locale={locale} languageSwitch={languageSwitch} leavesParts={frame.leavesParts} />
      <div className={styles.plate} data-compact={compact ? '' : undefined}>
        <Heading className={styles.names}>
          <a href={frontPath(locale)}>
            <Nameplate locale={locale} names={names} />
            <span className="unseen">{t('home')}</span>
          </a>
        </Heading>
        {/* Readers of English see both on every page; for those of Arabic the front says it twice, and the rest once. */}
        <Taglines locale={locale} taglines={taglines} only={compact && locale === 'ar' ? 'ar' : undefined} />
      </div>
    </header>
  )
}
