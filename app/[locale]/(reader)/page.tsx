import { getTranslations } from 'next-intl/server'
import { Front } from '../../../components/front/Front'
import { pageMetadata } from '../../../components/page/metadata'
import { ReaderPage } from '../../../components/page/ReaderPage'
import { siteFrame } from '../../../db/queries/frame'
import { frontPage } from '../../../db/queries/front'
import { tag } from '../../../domain/publishing/tags'
import { otherLocale } from '../../../i18n/locales'
import { frontPath } from '../../../i18n/paths'
import { answer } from '../../../request/answer'
import { readLocale } from './params'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [{ site }, t] = await Promise.all([siteFrame(locale), getTranslations('front')])
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: site.tagline ? t('title', { site: site.name, tagline: site.tagline }) : site.name,
    absoluteTitle: true,
    description: site.description,
    path: frontPath(locale),
    alternate: { locale: other, path: frontPath(other) },
  })
}

export default async function FrontRoute({ params }: Props) {
  const locale = readLocale((await params).locale)
  const [frame, front] = await Promise.all([siteFrame(locale), frontPage(locale)])
  answer({ tags: [tag.frame(locale), tag.front(locale), tag.latest(locale)] })
  return (
    <ReaderPage frame={frame} languageSwitch={{ href: frontPath(otherLocale(locale)), exact: true }} bleed>
      <Front front={front} locale={locale} breakingStoryId={frame.breaking?.article?.storyId} />
    </ReaderPage>
  )
}
