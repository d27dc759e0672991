import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ExpectedError, isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { parseSettings } from './settings.ts'

/* The refusal of an environment, as its administrator reads it. */
function refusalOf(environment: Record<string, string>): { error: ExpectedError; words: string } {
  try {
    parseSettings(environment)
  } catch (error) {
    if (isExpected(error, 'setting.invalid')) return { error, words: errorWords(error, 'en') }
    throw error
  }
  throw new Error('It was not refused')
}

describe('settings', () => {
  it('needs none', () => {
    expect(parseSettings({})).toEqual({
      adsTxt: null,
      appAdsTxt: null,
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('data'),
      databaseUrl: null,
      databaseConnections: 10,
      databaseStatementMs: 15_000,
      siteUrl: 'http://localhost:3000',
      demo: true,
      timeZone: 'Asia/Riyadh',
      cacheMaxBytes: 64 * 1024 * 1024,
      picturesAhead: 2000,
      trustedProxies: [],
      secret: null,
      aiCrawlers: 'retrieval',
      securityContact: null,
      webSubHub: null,
      indexNowKey: null,
      indexNowUrl: 'https://api.indexnow.org/indexnow',
      processes: 1,
      metricsPort: null,
      metricsToken: null,
      smtpUrl: null,
      mailFrom: null,
      mailDkimKey: null,
      mailDkimSelector: 'press',
      mailRate: 0,
      mailConnections: 5,
      mailBounceDomain: null,
      mailImapUrl: null,
      mailWebhookSecret: null,
      voice: null,
      builtInVoice: null,
      voiceKey: null,
      voiceModel: 'gpt-4o-mini-tts',
      voiceNames: { ar: 'alloy', en: 'alloy' },
      voiceRequestCharacters: 2000,
      voiceDailyCharacters: 100_000,
      logLevel: 'warn',
    })
  })

  it('takes an empty value for none, and follows the port in the address', () => {
    const settings = parseSettings({ PORT: '8080', PRESS_URL: '', PRESS_SECRET: ' ' })
    expect(settings).toMatchObject({ port: 8080, siteUrl: 'http://localhost:8080', secret: null })
  })

  it.each([
    ['LOG_LEVEL', 'loud'],
    ['PRESS_TIME_ZONE', 'Nowhere'],
  ])('names a setting that cannot be used: %s', (name, value) => {
    expect(refusalOf({ [name]: value }).words).toContain(`The setting ${name} is "${value}", but it must be`)
  })

  it('reads what is given', () => {
    const settings = parseSettings({
      PRESS_URL: 'https://News.Example.org/',
      PRESS_DEMO: '0',
      PRESS_TIME_ZONE: 'Asia/Beirut',
      PRESS_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
    })
    expect(settings).toMatchObject({
      siteUrl: 'https://news.example.org',
      demo: false,
      timeZone: 'Asia/Beirut',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
    })
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['HOST', 'http://x'],
    ['DATABASE_URL', 'mysql://db/press'],
    ['DATABASE_URL', 'postgres://press:a#b/c@db/press'],
    ['DATABASE_CONNECTIONS', '0'],
    ['DATABASE_STATEMENT_MS', 'long'],
    ['PRESS_URL', 'news.example.org'],
    ['PRESS_URL', 'https://example.org/news'],
    ['PRESS_URL', 'ftp://example.org'],
    ['PRESS_DEMO', 'yes'],
    ['PRESS_TIME_ZONE', 'Mars/Olympus'],
    ['PRESS_CACHE_MB', '-1'],
    ['PRESS_TRUST_PROXY', 'everybody'],
    ['PRESS_SECRET', 'short'],
    ['PRESS_AI_CRAWLERS', 'some'],
    ['PRESS_SECURITY_CONTACT', 'security@example.org'],
    ['PRESS_SECURITY_CONTACT', 'mailto:a@b\nContact: x'],
    ['PRESS_WEBSUB_HUB', 'hub.example.org'],
    ['PRESS_WEBSUB_HUB', 'http://hub.example.org/'],
    ['PRESS_WEBSUB_HUB', 'https://press:secret@hub.example.org/'],
    ['PRESS_WEBSUB_HUB', 'ftp://localhost/'],
    ['PRESS_INDEXNOW_KEY', 'short'],
    ['PRESS_INDEXNOW_KEY', 'no_underscores_here'],
    ['PRESS_INDEXNOW_KEY', 'x'.repeat(129)],
    ['PRESS_INDEXNOW_URL', 'http://api.indexnow.org/indexnow'],
    ['WEB_CONCURRENCY', '0'],
    ['PRESS_METRICS_PORT', '0'],
    ['PRESS_METRICS_TOKEN', 'short'],
    ['SMTP_URL', 'smtp.example.org'],
    ['SMTP_URL', 'https://smtp.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['SMTP_URL', 'smtp://user:a/b@smtp.example.org'],
    ['SMTP_URL', 'smtp://user:a#b@smtp.example.org'],
    ['SMTP_URL', 'smtp://user:a?b@smtp.example.org'],
    ['SMTP_URL', 'smtp://user:100%@smtp.example.org'],
    ['SMTP_URL', 'smtp://user:a%0d%0ab@smtp.example.org'],
    ['SMTP_URL', 'smtp://smtp.example.org/relay'],
    ['SMTP_URL', 'smtp://smtp.example.org:70000'],
    ['PRESS_MAIL_FROM', 'News <news@example.org>'],
    ['PRESS_MAIL_FROM', 'news@localhost'],
    ['PRESS_MAIL_FROM', 'a@example.org, b@example.org'],
    ['PRESS_MAIL_DKIM_KEY', 'a\0b'],
    ['PRESS_MAIL_DKIM_SELECTOR', 'no_underscores'],
    ['PRESS_MAIL_RATE', '-1'],
    ['PRESS_MAIL_CONNECTIONS', '0'],
    ['PRESS_MAIL_CONNECTIONS', '51'],
    ['PRESS_MAIL_BOUNCES', 'bounces@example.org'],
    ['PRESS_MAIL_BOUNCES', 'localhost'],
    ['PRESS_MAIL_IMAP_URL', 'imaps://imap.example.org'],
    ['PRESS_MAIL_IMAP_URL', 'imaps://user@imap.example.org'],
    ['PRESS_MAIL_IMAP_URL', 'pop3://user:secret@imap.example.org'],
    ['PRESS_MAIL_WEBHOOK_SECRET', 'whsec_short'],
    ['PRESS_MAIL_WEBHOOK_SECRET', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    ['PRESS_VOICE', 'on'],
    ['PRESS_VOICE', 'command'],
    ['PRESS_VOICE', 'http://speech.example.org/v1/audio/speech'],
    ['PRESS_VOICE', 'https://user:secret@speech.example.org/'],
    ['PRESS_VOICE_BUILT_IN', 'on'],
    ['PRESS_VOICE_KEY', 'two words'],
    ['PRESS_VOICE_REQUEST_CHARACTERS', '10'],
    ['PRESS_VOICE_DAILY_CHARACTERS', '-1'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(refusalOf({ [name]: value }).words).toContain(`The setting ${name} is`)
  })

  it('reads the settings of mail', () => {
    expect(
      parseSettings({
        SMTP_URL: 'smtp://press%40example.org:a%2Fb%23c@127.0.0.1:2525',
        PRESS_MAIL_FROM: "o'brien+news@أخبار.example.org",
        PRESS_MAIL_DKIM_KEY: 'keys/dkim.pem',
        PRESS_MAIL_DKIM_SELECTOR: 'press2.mail',
        PRESS_MAIL_RATE: '14',
        PRESS_MAIL_BOUNCES: 'Bounces.Example.org',
        PRESS_MAIL_IMAP_URL: 'imap://bounces:secret@[::1]:1143/',
        PRESS_MAIL_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      }),
    ).toMatchObject({
      smtpUrl: 'smtp://press%40example.org:a%2Fb%23c@127.0.0.1:2525',
      mailFrom: "o'brien+news@xn--igbicxr.example.org",
      mailDkimKey: path.resolve('keys/dkim.pem'),
      mailDkimSelector: 'press2.mail',
      mailRate: 14,
      mailBounceDomain: 'bounces.example.org',
      mailImapUrl: 'imap://bounces:secret@[::1]:1143/',
      mailWebhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    })
  })

  it.each([
    ['off', 'off'],
    ['command espeak-ng', { kind: 'command', program: 'espeak-ng', parameters: [] }],
    [
      `command "/opt/my voices/piper" --model 'ar gulf.onnx' -f -`,
      {
        kind: 'command',
        program: '/opt/my voices/piper',
        parameters: ['--model', 'ar gulf.onnx', '-f', '-'],
      },
    ],
    [
      'https://api.example.org/v1/audio/speech',
      { kind: 'service', url: 'https://api.example.org/v1/audio/speech' },
    ],
    [
      'http://127.0.0.1:8880/v1/audio/speech',
      { kind: 'service', url: 'http://127.0.0.1:8880/v1/audio/speech' },
    ],
  ])('takes %s for a voice', (given, voice) => {
    expect(parseSettings({ PRESS_VOICE: given }).voice).toEqual(voice)
  })

  it.each([
    ['https://hub.example.org', 'https://hub.example.org/'],
    ['http://127.0.0.1:8080/hub', 'http://127.0.0.1:8080/hub'],
    ['http://hub.localhost/', 'http://hub.localhost/'],
    ['https://hub.example.org/a b?c=>', 'https://hub.example.org/a%20b?c=%3E'],
  ])('takes %s for a hub', (given, hub) => {
    expect(parseSettings({ PRESS_WEBSUB_HUB: given }).webSubHub).toBe(hub)
  })

  it('says in a line what to write instead of a hub that cannot be one', () => {
    expect(refusalOf({ PRESS_WEBSUB_HUB: 'http://hub.example.org/' }).words).toMatch(
      /^The setting PRESS_WEBSUB_HUB is "http:\/\/hub\.example\.org\/", but it must be .+https.+such as https:\S+$/,
    )
  })

  it.each([
    ['PRESS_SECRET', 'hunter2'],
    ['PRESS_METRICS_TOKEN', 'hunter2'],
    ['PRESS_INDEXNOW_KEY', 'hunter2'],
    ['DATABASE_URL', 'mysql://press:hunter2@db'],
    ['SMTP_URL', 'http://press:hunter2@smtp'],
    ['PRESS_MAIL_IMAP_URL', 'http://press:hunter2@imap'],
    ['PRESS_MAIL_WEBHOOK_SECRET', 'hunter2'],
    ['PRESS_VOICE_KEY', 'hunter2 hunter2'],
  ])('never prints the secret %s', (name, value) => {
    const { error, words } = refusalOf({ [name]: value })
    expect(words).toContain(`The setting ${name} is "…", but it must be`)
    expect(JSON.stringify([error.message, error.parameters, words])).not.toContain('hunter2')
  })
})
