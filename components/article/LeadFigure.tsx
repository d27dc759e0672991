import { useTranslations } from 'next-intl'
import { isolated } from '#components/bidi/isolated.tsx'
import { PhotoLink } from '#components/lightbox/PhotoLink.tsx'
import { Picture } from '#components/story/Picture.tsx'
import type { Picture as PictureData } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './LeadFigure.module.css'

type Props = { picture: PictureData; siteName: string; locale: Locale }

/** The lead picture with caption and credit. Generated art is credited as art: nobody may take it for a photograph. */
export function LeadFigure({ picture, siteName, locale }: Props) {
  const t = useTranslations('body')
  const { alt, caption, art } = picture
  const credit = picture.credit ?? (art ? t('artCredit', { site: siteName }) : null)
  return (
    <figure className={styles.figure}>
      <PhotoLink picture={picture}>
        <Picture
          picture={picture}
          sizes="(min-width: 64em) 54rem, calc(100vw - 2rem)"
          ratio="wide"
          alt={alt}
          priority
        />
      </PhotoLink>
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {/* A paragraph, because reader modes count what is one: a story without a standfirst keeps its picture by it. */}
          {caption && <p>{isolated(caption, locale)}</p>}{' '}
          {credit && <span className={styles.credit}>{isolated(credit, locale)}</span>}
        </figcaption>
      )}
    </figure>
  )
}
