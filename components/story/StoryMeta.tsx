import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { listParts } from '#i18n/numbers.ts'
import { Meta } from './Meta.tsx'

type Props = { story: Pick<Teaser, 'authors' | 'readingMinutes'>; locale: Locale }

/** Authors and reading time of a story. */
export function StoryMeta({ story, locale }: Props) {
  const t = useTranslations('article')
  const names = listParts(
    story.authors.map(author => author.name),
    locale,
  )
  return (
    <Meta>
      {names.length > 0 && (
        <span>
          {names.map(({ type, value }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one list, which never moves
            type === 'element' ? <Fragment key={index}>{isolated(value, locale)}</Fragment> : value,
          )}
        </span>
      )}
      <span>{t('readingTime', { minutes: story.readingMinutes })}</span>
    </Meta>
  )
}
