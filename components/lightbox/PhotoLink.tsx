import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { largestUrl } from '#components/story/picture-sources.ts'
import type { Picture } from '#db/shapes.ts'
import styles from './PhotoLink.module.css'

type Props = { picture: Picture; alt: string; children: ReactNode }

/** Makes a picture open large: in the lightbox with script, as a file without. */
export function PhotoLink({ picture, alt, children }: Props) {
  const t = useTranslations('lightbox')
  return (
    <a
      className={styles.link}
      href={largestUrl(picture)}
      aria-label={alt ? t('enlargeNamed', { alt }) : t('enlarge')}
      data-photo=""
    >
      {children}
    </a>
  )
}
