import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { largestUrl } from '#components/story/picture-sources.ts'
import type { Picture } from '#db/shapes.ts'
import styles from './PhotoLink.module.css'

type Props = { picture: Picture; children: ReactNode }

/** Makes a picture open large: in the lightbox with script, as a file without. */
export function PhotoLink({ picture, children }: Props) {
  const t = useTranslations('lightbox')
  return (
    /* The picture's own alternative text is part of the link's name, so it is heard as a picture's. */
    <a className={styles.link} href={largestUrl(picture)} data-photo="">
      {children}
      <span className="unseen">{t('enlarge')}</span>
    </a>
  )
}
