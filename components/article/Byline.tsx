import { useTranslations } from 'next-intl'
import { authorPath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { AuthorRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { listParts } from '#i18n/numbers.ts'
import styles from './Byline.module.css'

type Props = { authors: AuthorRef[]; locale: Locale }

/** «بقلم أ وب» or `By A and B`; each name links to the author's articles. */
export function Byline({ authors, locale }: Props) {
  const t = useTranslations('article')
  if (authors.length === 0) return null
  return <p className={styles.byline}>{t.rich('byline', { names: () => drawNames(authors, locale) })}</p>
}

function drawNames(authors: AuthorRef[], locale: Locale) {
  const names = authors.map(author => author.name)
  let next = 0
  return listParts(names, locale).map((part, index) => {
    const author = part.type === 'element' ? authors[next++] : undefined
    if (!author) return part.value
    return (
      <a key={String(index)} className={styles.name} href={authorPath(locale, author.slug)} rel="author">
        {isolated(author.name, locale)}
      </a>
    )
  })
}
