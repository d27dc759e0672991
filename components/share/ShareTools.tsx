import { useTranslations } from 'next-intl'
import { Icon } from '#components/icons/Icon.tsx'
import styles from './ShareTools.module.css'
import { shareLinks, shareTargets } from './share-links.ts'

type Props = {
  /** The absolute short address, because a pasted long Arabic address is unreadable. */
  url: string
  headline: string
}

/** Links and buttons for sharing an article. The links need no script; script shows one of the two buttons. */
export function ShareTools({ url, headline }: Props) {
  const t = useTranslations('share')
  const shared = { url, headline, text: t('text', { headline, url }) }
  return (
    <share-tools className={styles.tools} data-url={url} data-title={headline}>
      <button type="button" className={styles.button} data-share="" hidden>
        <Icon>
          <path d="M12 15V3.5M7.5 8 12 3.5 16.5 8M5 12v8.5h14V12" />
        </Icon>
        {t('share')}
      </button>
      <button type="button" className={styles.button} data-copy="" hidden>
        <Icon>
          <path d="M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7L12 17.7" />
        </Icon>
        {t('copy')}
      </button>
      <p className={styles.status} role="status" data-done={t('copied')} data-failed={t('copyFailed')} />
      <ul className={styles.links} aria-label={t('label')}>
        {shareTargets.map(target => (
          <li key={target}>
            <a href={shareLinks[target](shared)} rel="noopener">
              {t(target)}
            </a>
          </li>
        ))}
      </ul>
    </share-tools>
  )
}
