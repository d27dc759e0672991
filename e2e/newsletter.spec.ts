/** The newsletter as a reader meets it: from the form to the mails of a real mail server, and out again by one click. */
import { expect, type Page, test } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { type MailServer, mailServer } from '#testing/open-mail-server.testing.ts'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { type LocaleUnderTest, localesUnderTest } from './site.ts'

test.describe.configure({ mode: 'serial' })

let portal: OwnPortal
const mails: MailServer = mailServer()

test.beforeAll(async () => {
  test.setTimeout(150_000)
  await mails.back()
  /* Readers come from many addresses, as a proxy tells. */
  portal = await startOwnPortal({
    SMTP_URL: mails.url,
    PRESS_MAIL_FROM: 'letters@arabpress.example',
    PRESS_TRUST_PROXY: '127.0.0.1',
    WEB_CONCURRENCY: '2',
  })
  await portal.press(
    'newsletter',
    'settings',
    '--postal-address-ar',
    'شارع المطبعة 12',
    '--postal-address-en',
    '12 Printers’ Street',
  )
})
test.afterAll(async () => {
  await portal?.stop()
  await mails.away()
})

let clients = 0
const someClient = () => `198.51.100.${(clients++ % 250) + 1}`

test.beforeEach(async ({ page }) => {
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': someClient() })
})

async function subscribers(): Promise<number> {
  return JSON.parse(await portal.press('newsletter', 'subscribers', 'count', '--json')).all
}

/* Waits for the next mail to an address, and gives it as a mail program reads it. */
async function mailTo(address: string, number = 1) {
  const sent = () => mails.received.filter(({ to }) => to === address)
  await expect.poll(() => sent().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(number)
  const raw = sent()[number - 1]?.raw ?? ''
  return { raw, ...(await simpleParser(raw)) }
}

const linksOf = (text: string) => [...text.matchAll(/https?:\/\/[^\s"<>]+/g)].map(([link]) => link)

async function linkOf(address: string, kind: string, number = 1): Promise<string> {
  const { text = '' } = await mailTo(address, number)
  const link = linksOf(text).find(each => each.includes(`/newsletter/${kind}/`))
  if (!link) throw new Error(`No link to ${kind} in: ${text}`)
  return link
}

function post(path: string, form: Record<string, string | string[]>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each)
  return fetch(`${portal.origin}${path}`, {
    method: 'POST',
    body,
    headers: { 'X-Forwarded-For': someClient(), ...headers },
    redirect: 'manual',
  })
}

const confirmButton: Record<LocaleUnderTest, RegExp> = { ar: /أكّد اشتراكي/, en: /sign me up/i }
const submit: Record<LocaleUnderTest, RegExp> = { ar: /اشترك/, en: /sign up/i }

async function subscribe(page: Page, locale: LocaleUnderTest, address: string) {
  await page.goto(`${portal.origin}/${locale}/newsletter`)
  await page.locator('main input[name=email]').fill(address)
  await page.locator('main').getByRole('button', { name: submit[locale] }).click()
  await expect(page).toHaveURL(`${portal.origin}/${locale}/newsletter/sent`)
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  for (const locale of localesUnderTest) {
    test(`a reader subscribes and confirms in ${locale}`, async ({ page }) => {
      const before = await subscribers()
      const address = `reader-${locale}@example.org`
      await subscribe(page, locale, address)
      const link = await linkOf(address, 'confirm')
      const mail = await mailTo(address)
      expect(mail.from?.value[0]?.address).toBe('letters@arabpress.example')
      expect(String(mail.html)).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`)
      expect(mail.text).toContain(locale === 'ar' ? 'شارع المطبعة 12' : '12 Printers’ Street')

      /* A scanner of mails opens everything, twice. */
      for (const each of [...linksOf(String(mail.html)), ...linksOf(mail.text ?? '')])
        for (const method of ['GET', 'HEAD', 'GET']) await fetch(each.replaceAll('&amp;', '&'), { method })
      expect(await subscribers()).toBe(before)

      await page.goto(link)
      await expect(page.locator('main')).toContainText(address)
      await page.getByRole('button', { name: confirmButton[locale] }).click()
      await expect(page).toHaveURL(/\/newsletter\/manage\/[\w-]+\?done=confirmed$/)
      expect(await subscribers()).toBe(before + 1)
      await expect(page.locator('main')).toContainText(address)
      await expect(page.locator('input[name=edition][value=daily]')).toBeChecked()
      await expect(page.locator(`input[name=language][value=${locale}]`)).toBeChecked()
    })
  }

  test('a reader changes the choice, sees their data and erases it', async ({ page }) => {
    const address = 'changing@example.org'
    await subscribe(page, 'ar', address)
    await page.goto(await linkOf(address, 'confirm'))
    await page.getByRole('button', { name: confirmButton.ar }).click()

    await page.locator('input[name=edition][value=daily]').uncheck()
    await page.locator('button[name=action][value=save]').click()
    await expect(page).toHaveURL(/done=nothing$/)
    await page.locator('input[name=edition][value=weekly]').check()
    await page.locator('input[name=edition][value=daily]').uncheck()
    await page.locator('input[name=language][value=en]').check()
    await page.locator('button[name=action][value=save]').click()
    await expect(page).toHaveURL(/done=saved$/)
    await expect(page.locator('input[name=edition][value=daily]')).not.toBeChecked()
    await expect(page.locator('input[name=edition][value=weekly]')).toBeChecked()
    await expect(page.locator('input[name=language][value=en]')).toBeChecked()

    const url = page.url().replace(/\?.*/, '')
    const data = await (
      await fetch(url, { method: 'POST', body: new URLSearchParams({ action: 'export' }) })
    ).json()
    expect(data).toMatchObject({
      address,
      language: 'en',
      newsletters: ['weekly'],
      consent: { form: 'manage' },
    })
    expect(data.consent.wording.length).toBeGreaterThan(5)

    await page.locator('button[name=action][value=erase]').click()
    await page.locator('button[name=action][value=really-erase]').click()
    await expect(page).toHaveURL(`${portal.origin}/ar/newsletter/erased`)
    const answer = await page.goto(url)
    expect(answer?.status()).toBe(410)
  })

  for (const [place, path] of [
    ['front', '/ar'],
    ['article', null],
  ] as const)
    test(`the box on the ${place} sends the reader's address`, async ({ page }) => {
      await page.goto(`${portal.origin}${path ?? '/ar'}`)
      if (path === null) await page.locator('main h2 a, main h3 a').first().click()
      const address = `box-${place}@example.org`
      const form = page.locator('main form[action$="/newsletter"]')
      await form.locator('input[name=email]').fill(address)
      await form.getByRole('button').click()
      await expect(page).toHaveURL(`${portal.origin}/ar/newsletter/sent`)
      expect(await linkOf(address, 'confirm')).toContain('/ar/newsletter/confirm/')
    })

  test('what was typed stays when an address is wrong', async ({ page }) => {
    await page.goto(`${portal.origin}/en/newsletter`)
    await page.locator('main input[name=email]').fill('reader@example')
    await page.locator('main input[name=edition][value=weekly]').check()
    await page.locator('main').getByRole('button', { name: submit.en }).click()
    await expect(page.locator('main input[name=email]')).toHaveValue('reader@example')
    await expect(page.locator('main input[name=email]')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.locator('main input[name=edition][value=weekly]')).toBeChecked()
  })
})

test('an edition arrives with those who confirmed, and one click of a mail program ends it', async () => {
  await portal.press('newsletter', 'send', 'daily')
  const mail = await mailTo('reader-ar@example.org', 2)
  expect(mail.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('/ar/newsletter/leave/') },
  })
  expect(mail.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
  expect(mail.raw).toMatch(/^List-Unsubscribe: <https?:[^>]+>, <mailto:[^>]+>\r?$/m)
  const before = await subscribers()
  const leave = await linkOf('reader-ar@example.org', 'leave', 2)
  const page = await fetch(leave)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('reader-ar@example.org')
  expect(page.headers.get('cache-control')).toContain('no-store')
  expect(await subscribers()).toBe(before)

  /* As providers' servers do it: no Origin, no cookie, sometimes twice, and with a body of one kind, another or none. */
  const asFile = new FormData()
  asFile.set('List-Unsubscribe', 'One-Click')
  for (const body of [asFile, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), undefined]) {
    const answer = await fetch(leave, { method: 'POST', body, redirect: 'manual' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  }
  expect(await subscribers()).toBe(before - 1)
  const forged = await fetch(
    leave.replace(/.$/, last => (last === 'A' ? 'B' : 'A')),
    { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) },
  )
  expect(forged.status).toBe(200)
  expect(await subscribers()).toBe(before - 1)
})

test('a link to one’s own choices goes to the address alone', async ({ page }) => {
  const change = await linkOf('reader-en@example.org', 'change', 2)
  await page.goto(change)
  const before = mails.received.length
  await page.locator('main form button').click()
  await expect(page).toHaveURL(`${portal.origin}/en/newsletter/sent`)
  const manage = await linkOf('reader-en@example.org', 'manage', 3)
  expect(mails.received.length).toBe(before + 1)
  await page.goto(manage)
  await page.locator('button[name=action][value=leave]').click()
  await expect(page).toHaveURL(`${portal.origin}/en/newsletter/left`)
  expect((await page.goto(manage))?.status()).toBe(410)
})

test('who is known and who is not get the same answer', async () => {
  await post('/en/newsletter', { email: 'known@example.org', edition: 'daily' })
  const link = await linkOf('known@example.org', 'confirm')
  await fetch(link, { method: 'POST', body: new URLSearchParams({ yes: '1' }) })
  for (const path of ['/en/newsletter', '/en/newsletter/link']) {
    const answers = []
    for (const email of ['known@example.org', 'nobody-knows@example.org']) {
      const answer = await post(path, { email, edition: 'daily', language: 'en' })
      const headers = Object.fromEntries(
        [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
      )
      answers.push([answer.status, headers, await answer.text()])
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(303)
  }
})

/* Each could end a header, name a second recipient, or reach a machine that is none of the reader's. */
const HOSTILE = [
  'a@example.org\r\nBcc: victim@example.org',
  'a@example.org\nBcc: victim@example.org',
  'a@example.org\rBcc: victim@example.org',
  'a@example.org, victim@example.org',
  'a@example.org; victim@example.org',
  '"a" <victim@example.org>',
  '<victim@example.org>',
  '"a b"@example.org',
  'a b@example.org',
  'a@exam ple.org',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a@localhost',
  'a@@example.org',
  '@example.org',
  'a@',
  'a@example..org',
  '.a@example.org',
  'a@-example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'example.'.repeat(40)}org`,
  'a\u0000@example.org',
  'a\u202e@example.org',
  'a@example.org\u2028Bcc: victim@example.org',
  'group:a@example.org,victim@example.org;',
  '=?utf-8?Q?a=0D=0ABcc:victim?=@example.org\r\n',
]

test('an address that could inject anything is told apart, and no mail is sent', async () => {
  for (const email of HOSTILE) {
    const answer = await post('/ar/newsletter', { email, edition: 'daily' })
    expect([JSON.stringify(email), answer.status]).toEqual([JSON.stringify(email), 422])
    expect(await answer.text()).not.toContain('<victim')
  }
  /* A mail that came after them would show that the others had been sent. */
  await post('/ar/newsletter', { email: 'last@example.org', edition: 'daily' })
  await mailTo('last@example.org')
  const headers = mails.received.map(({ to, raw }) => `${to} ${raw.split('\r\n\r\n')[0]}`)
  expect(headers.filter(each => /victim|localhost|\ba+@|127\.0\.0\.1\b.*To:/.test(each))).toEqual([])
})

test('an international address gets its mail in UTF-8', async () => {
  await post('/ar/newsletter', { email: 'محمد@مثال.example', edition: 'daily', language: 'ar' })
  const arrived = () => mails.received.find(({ to }) => to.startsWith('محمد@'))?.raw
  await expect.poll(arrived, { timeout: 20_000 }).toContain('To: <محمد@xn--mgbh0fb.example>')
})

test('a form from elsewhere, a robot’s and one that is too large change nothing', async () => {
  const form = { email: 'foreign@example.org', edition: 'daily' }
  const from = (headers: Record<string, string>) =>
    post('/en/newsletter', form, headers).then(({ status }) => status)
  expect(await from({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  expect(await from({ 'Sec-Fetch-Site': 'same-site', Origin: portal.origin })).toBe(403)
  expect(await from({ 'Sec-Fetch-Site': 'none' })).toBe(403)
  expect(await from({ Origin: 'https://elsewhere.example' })).toBe(403)
  expect(await from({ Origin: 'null' })).toBe(403)
  const large = await post('/en/newsletter', { ...form, more: 'x'.repeat(5000) })
  expect(large.status).toBe(413)
  const json = await fetch(`${portal.origin}/en/newsletter`, {
    method: 'POST',
    body: JSON.stringify(form),
    headers: { 'Content-Type': 'application/json' },
  })
  expect(json.status).toBe(400)
  const robot = await post('/en/newsletter', { ...form, website: 'http://spam.example' })
  expect(robot.status).toBe(303)
  expect(await from({ Origin: portal.origin, 'X-Forwarded-For': '203.0.113.9' })).toBe(303)
  await mailTo('foreign@example.org')
  expect(mails.received.filter(({ to }) => to === 'foreign@example.org')).toHaveLength(1)
})

test('too many tries of one reader are told to wait, and nobody’s mailbox is filled', async () => {
  const client = { 'X-Forwarded-For': '203.0.113.77' }
  let answer = await post('/ar/newsletter', { email: 'flood@example.org', edition: 'daily' }, client)
  for (let times = 0; times < 40 && answer.status === 303; times++)
    answer = await post('/ar/newsletter', { email: 'flood@example.org', edition: 'daily' }, client)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answer.text()).toContain('محاولات كثيرة')
  await post('/ar/newsletter', { email: 'after-flood@example.org', edition: 'daily' })
  await mailTo('after-flood@example.org')
  expect(mails.received.filter(({ to }) => to === 'flood@example.org').length).toBeLessThanOrEqual(3)
})

test('links that are old, invented or torn lead to a page that helps, and filled pages to none', async () => {
  for (const path of ['confirm/none', 'manage/none', 'leave/none', 'change/none', 'confirm/%F0%9F%98%80'])
    expect((await fetch(`${portal.origin}/en/newsletter/${path}`)).status).toBe(410)
  for (const path of ['filled/manage', 'filled/none', 'none'])
    expect((await fetch(`${portal.origin}/en/newsletter/${path}`)).status).toBe(404)
  const unsigned = await fetch(`${portal.origin}/newsletter/webhook`, { method: 'POST', body: '{}' })
  expect(unsigned.status).toBe(405)
})
