import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Footer } from '#components/footer/Footer.tsx'
import { BreakingStrip } from '#components/masthead/BreakingStrip.tsx'
import { Masthead } from '#components/masthead/Masthead.tsx'
import { SectionNav } from '#components/masthead/SectionNav.tsx'
import { RelativeTimes } from '#components/relative-times/RelativeTimes.tsx'
import width from './PageWidth.module.css'
import type { PageFrame } from './page-frame.ts'
import styles from './ReaderPage.module.css'

type Props = {
  frame: PageFrame
  /** Set on every page but the front page, whose heading is the nameplate. */
  compact?: boolean
  current?: { sectionKey?: string }
  /** `exact` is false when the other language has no counterpart of this page. */
  languageSwitch: { href: string; exact: boolean }
  /** Children span the window and set the page's width themselves. */
  bleed?: boolean
  children: ReactNode
}

/** The frame of every page that readers see. */
export function ReaderPage({ frame, compact, current, languageSwitch, bleed, children }: Props) {
  const t = useTranslations('site')
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skipToContent')}
      </a>
      <Masthead frame={frame} compact={compact} languageSwitch={languageSwitch} />
      <SectionNav sections={frame.sections} locale={frame.locale} currentKey={current?.sectionKey} />
      {frame.breaking && <BreakingStrip breaking={frame.breaking} locale={frame.locale} />}
      <main id="main" tabIndex={-1} className={bleed ? undefined : width.page}>
        {children}
      </main>
      <Footer frame={frame} />
      <RelativeTimes />
    </>
  )
}
