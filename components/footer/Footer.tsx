import { useTranslations } from 'next-intl'
import {
  archivePath,
  authorsPath,
  feedPath,
  frontPath,
  latestPath,
  newsletterPath,
  searchPath,
  sectionPath,
  standingPagePath,
  topicsPath,
} from '#addresses/paths.ts'
import { isolated, isolatedInOne } from '#components/bidi/isolated.tsx'
import { Nameplate, Taglines } from '#components/masthead/Nameplate.tsx'
import width from '#components/page/PageWidth.module.css'
import type { PageFrame } from '#components/page/page-frame.ts'
import { dayParts } from '#i18n/dates.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import styles from './Footer.module.css'
import { TimesNote } from './TimesNote.tsx'

type LinkItem = { href: string; name: string; type?: string }

/** The foot of every page: sections, archive, pages about the house, and contacts. */
export function Footer({ frame }: { frame: Omit<PageFrame, 'leavesParts'> }) {
  const t = useTranslations('footer')
  const { locale, site, otherSite, sections, pages, offer } = frame
  const other = otherLocale(locale)
  const reading: LinkItem[] = [
    { href: latestPath(locale), name: t('latest') },
    { href: topicsPath(locale), name: t('topics') },
    { href: authorsPath(locale), name: t('authors') },
    { href: archivePath(locale), name: t('archive') },
    { href: searchPath(locale), name: t('search') },
    ...(offer ? [{ href: newsletterPath(locale), name: t('newsletters') }] : []),
    { href: feedPath(frontPath(locale), 'rss'), name: t('feed'), type: 'application/rss+xml' },
  ]
  const about = pages.map(({ slug, title }) => ({ href: standingPagePath(locale, slug), name: title }))
  const { email, phone } = site.contact
  return (
    <footer className={styles.footer}>
      <div className={`${styles.inner} ${width.page}`}>
        <div className={styles.grid}>
          <div className={styles.brand}>
            <a className={styles.names} href={frontPath(locale)}>
              <Nameplate locale={locale} names={{ [locale]: site.name, [other]: otherSite.name }} />
              <span className="unseen">{t('home')}</span>
            </a>
            <Taglines locale={locale} taglines={{ [locale]: site.tagline, [other]: otherSite.tagline }} />
            {site.description && <p className={styles.description}>{isolated(site.description, locale)}</p>}
          </div>
          {linkList(
            locale,
            t('allSections'),
            sections.map(({ slug, name }) => ({ href: sectionPath(locale, slug), name })),
            styles.double,
          )}
          {linkList(locale, t('reading'), reading)}
          {linkList(locale, t('about'), about)}
        </div>
        <ul className={styles.legal}>
          <li>{t('copyright', { year: String(dayParts(new Date()).year), site: site.name })}</li>
          <li>
            <span>
              <TimesNote />
            </span>
          </li>
          {email && (
            <li>
              <a href={`mailto:${email}`}>
                <bdi dir="ltr">{email}</bdi>
              </a>
            </li>
          )}
          {phone && (
            <li>
              <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
                <bdi dir="ltr">{phone}</bdi>
              </a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}

function linkList(locale: Locale, title: string, links: LinkItem[], className?: string) {
  if (links.length === 0) return null
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul className={className}>
        {links.map(({ href, name, type }) => (
          <li key={href}>
            <a href={href} type={type}>
              {isolatedInOne(name, locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
