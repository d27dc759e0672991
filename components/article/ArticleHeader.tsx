import type { Article } from '../../db/shapes'
import { sectionPath } from '../../i18n/paths'
import { isolated } from '../bidi/isolated'
import { Headline } from '../story/Headline'
import { Label } from '../story/Label'
import { Standfirst } from '../story/Standfirst'
import styles from './ArticleHeader.module.css'

type Props = { article: Pick<Article, 'locale' | 'section' | 'headline' | 'standfirst'> }

export function ArticleHeader({ article }: Props) {
  const { locale, section, headline, standfirst } = article
  return (
    <header className={styles.header}>
      <Label section={section} href={sectionPath(locale, section.slug)} />
      <Headline level={1} size="lead">
        {isolated(headline)}
      </Headline>
      <div className={styles.standfirst}>
        <Standfirst>{isolated(standfirst)}</Standfirst>
      </div>
    </header>
  )
}
