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
import { SharedPart } from './SharedPart.tsx'

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
  const { locale, sections, breaking, leavesParts } = frame
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skipToContent')}
      </a>
      <Masthead frame={frame} compact={compact} languageSwitch={languageSwitch} />
      <SharedPart name="sections" choice={current?.sectionKey} isLeft={leavesParts}>
        <SectionNav sections={sections} locale={locale} currentKey={current?.sectionKey} />
      </SharedPart>
      <SharedPart name="breaking" isLeft={leavesParts}>
        {breaking && <BreakingStrip breaking={breaking} locale={locale} />}
      </SharedPart>
      <main id="main" tabIndex={-1} className={bleed ? undefined : width.page}>
        {children}
      </main>
      <SharedPart name="footer" isLeft={leavesParts}>
        <Footer frame={frame} />
      </SharedPart>
      <RelativeTimes />
    </>
  )
}
