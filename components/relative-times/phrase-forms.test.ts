import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import ar from '#messages/ar.json'
import en from '#messages/en.json'
import { phraseForms } from './phrase-forms.ts'

describe('the forms of a counted phrase', () => {
  it('are taken from the catalogs', () => {
    const t = createTranslator({ locale: 'ar', messages: ar, namespace: 'enhance' })
    expect(phraseForms(count => t('minutesAgo', { count }))).toEqual({
      one: 'منذ دقيقة',
      two: 'منذ دقيقتين',
      few: 'منذ # دقائق',
      many: 'منذ # دقيقة',
      other: 'منذ # دقيقة',
    })
  })

  it('repeat themselves where a language has fewer', () => {
    const t = createTranslator({ locale: 'en', messages: en as typeof ar, namespace: 'enhance' })
    const forms = phraseForms(count => t('hoursAgo', { count }))
    expect(forms.one).toBe('# hour ago')
    expect(forms.few).toBe('# hours ago')
  })
})
