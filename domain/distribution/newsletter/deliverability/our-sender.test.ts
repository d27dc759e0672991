import { expect, it } from 'vitest'
import { parseSettings } from '#settings/settings.ts'
import { ourSender } from './our-sender.ts'

it('a sender is made of the settings', async () => {
  const settings = parseSettings({
    SMTP_URL: 'smtps://press:secret@smtp.example.org',
    PRESS_MAIL_BOUNCES: 'bounces.example.org',
    PRESS_MAIL_IMAP_URL: 'imaps://bounces:secret@imap.example.org:993',
  })
  expect(await ourSender('news@News.example.org', settings)).toEqual({
    domain: 'news.example.org',
    bounceDomain: 'bounces.example.org',
    relay: 'smtp.example.org',
    mailbox: 'imap.example.org',
    selector: 'press',
    key: null,
  })
})

it('a key that is not there is refused', async () => {
  const settings = parseSettings({ PRESS_MAIL_DKIM_KEY: '/nowhere/dkim.pem' })
  await expect(ourSender('news@example.org', settings)).rejects.toMatchObject({ code: 'mailKey.unreadable' })
})
