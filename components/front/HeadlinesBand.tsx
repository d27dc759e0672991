import { useTranslations } from 'next-intl'
import { archivePath } from '#addresses/paths.ts'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import type { HeadlineItem } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { BandShell } from './BandShell.tsx'

type Props = { headlines: HeadlineItem[]; locale: Locale }

/** The last band of the front page: the headlines that have no other place on it, in columns. */
export function HeadlinesBand({ headlines, locale }: Props) {
  const t = useTranslations('front')
  if (headlines.length === 0) return null
  return (
    <BandShell labelledBy="headlines">
      <BandHeading
        id="headlines"
        title={t('moreHeadlines')}
        more={{ href: archivePath(locale), name: t('archive') }}
      />
      <HeadlineList items={headlines} locale={locale} many />
    </BandShell>
  )
}
