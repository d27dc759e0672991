import { useTranslations } from 'next-intl'
import { sectionPath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { BandHeading } from '#components/story/BandHeading.tsx'
import type { SectionRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

type Props = { section: SectionRef; locale: Locale }

/** Id of the heading that labels a section's band. */
export const sectionHeadingId = (section: SectionRef) => `section-${section.id}`

/** Heading of a section's band, with a link to the section. */
export function SectionHeading({ section, locale }: Props) {
  const t = useTranslations('front')
  const href = sectionPath(locale, section.slug)
  const name =
    section.glaze === 'opinion'
      ? t('allOpinion')
      : t.rich('more', { section: () => isolated(section.name, locale) })
  return (
    <BandHeading
      id={sectionHeadingId(section)}
      title={isolated(section.name, locale)}
      more={{ href, name }}
    />
  )
}
