import { sectionPath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { Headline } from '#components/story/Headline.tsx'
import { Label } from '#components/story/Label.tsx'
import type { Article } from '#db/shapes.ts'
import styles from './ArticleHeader.module.css'

type Props = { article: Pick<Article, 'locale' | 'section' | 'headline'> }

/** The section and the headline. The standfirst stands with the text, where reader modes look for it. */
export function ArticleHeader({ article }: Props) {
  const { locale, section, headline } = article
  return (
    <header className={styles.opening}>
      <Label section={section} locale={locale} href={sectionPath(locale, section.slug)} />
      <Headline id="headline" level={1} size="lead">
        {isolated(headline, locale)}
      </Headline>
    </header>
  )
}
