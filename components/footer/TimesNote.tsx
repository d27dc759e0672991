import { useTranslations } from 'next-intl'
import { timeZoneName } from '#components/article/time-zone-name.ts'
import { siteTimeZone } from '#i18n/time-zone.ts'

/** By whose clock the times of the page are: lists show many, and have no room to say so at each. */
export function TimesNote() {
  const t = useTranslations('footer')
  const zones = useTranslations('article.zone')
  const name = timeZoneName(siteTimeZone())
  if ('message' in name) return t('times', { zone: zones(name.message) })
  const city = () => (
    <bdi lang="en" dir="ltr">
      {name.city}
    </bdi>
  )
  return t.rich('timesOf', { city })
}
