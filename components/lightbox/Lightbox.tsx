import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CloseIcon } from '#components/icons/CloseIcon.tsx'
import styles from './Lightbox.module.css'

type Props = {
  /** The address of the script that opens pictures. */
  script: string
  children: ReactNode
}

/** Groups the pictures inside it into one row. The dialog is empty until a picture is opened. */
export function Lightbox({ script, children }: Props) {
  const t = useTranslations('lightbox')
  return (
    <photo-lightbox className={styles.scope} data-script={script}>
      {children}
      <dialog className={styles.dialog} aria-label={t('label')}>
        <div className={styles.bar}>
          <p
            className={styles.counter}
            data-counter={t('counter', { number: '{number}', total: '{total}' })}
            aria-live="polite"
          />
          <button type="button" className={styles.button} data-step="-1">
            {t('previous')}
          </button>
          <button type="button" className={styles.button} data-step="1">
            {t('next')}
          </button>
          <form method="dialog">
            <button type="submit" className={styles.button} data-close="">
              {t('close')}
              <CloseIcon />
            </button>
          </form>
        </div>
        <div className={styles.stage} data-stage="" />
        <p className={styles.caption} data-caption="" />
      </dialog>
    </photo-lightbox>
  )
}
