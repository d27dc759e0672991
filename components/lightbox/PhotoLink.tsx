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
    /*
     * A title rather than a label: the picture's own text stays the name and is heard as a picture's. Words inside the
     * link would make reader modes take it for navigation.
     */
    <a className={styles.link} href={largestUrl(picture)} title={t('enlarge')} data-photo="">
      {children}
    </a>
  )
}
