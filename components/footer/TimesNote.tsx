import { useTranslations } from 'next-intl'
import { timeZoneName } from '#i18n/time-zone-name.ts'
import { siteTimeZone } from '#settings/site-time-zone.ts'

/** Names the time zone of all times on the page; lists have no room to name it at each time. */
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
