import { useTranslations } from 'next-intl'

/** The data that the newsletters keep about a reader, and those that they do not. */
export function KeptData({ privacyPath }: { privacyPath: string | null }) {
  const t = useTranslations('newsletter.keeps')
  return (
    <aside className="letter-keeps" aria-labelledby="keeps">
      <h2 id="keeps">{t('title')}</h2>
      <div>
        <h3>{t('kept')}</h3>
        <ul>
          <li>{t('choices')}</li>
          <li>{t('consent')}</li>
          <li>{t('print')}</li>
        </ul>
      </div>
      <div>
        <h3>{t('not')}</h3>
        <ul>
          <li>{t('opens')}</li>
          <li>{t('pixels')}</li>
          <li>{t('sold')}</li>
        </ul>
      </div>
      {privacyPath && (
        <p>
          <a href={privacyPath}>{t('privacy')}</a>
        </p>
      )}
    </aside>
  )
}
