import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSettings, SettingError } from './settings'

describe('settings', () => {
  it('needs none', () => {
    expect(parseSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('data'),
      databaseUrl: null,
      siteUrl: 'http://localhost:3000',
      demo: true,
      timeZone: 'Asia/Riyadh',
      cacheMaxBytes: 64 * 1024 * 1024,
      trustedProxies: [],
      secret: null,
      aiCrawlers: 'retrieval',
      securityContact: null,
      processes: 1,
      metricsPort: null,
      metricsToken: null,
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
    expect(() => parseSettings({ [name]: value })).toThrow(
      `The setting ${name} is "${value}", but it must be`,
    )
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
    ['WEB_CONCURRENCY', '0'],
    ['PRESS_METRICS_PORT', '0'],
    ['PRESS_METRICS_TOKEN', 'short'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => parseSettings({ [name]: value })).toThrow(SettingError)
    expect(() => parseSettings({ [name]: value })).toThrow(new RegExp(`setting ${name} is`))
  })

  it('never prints a secret', () => {
    expect(() => parseSettings({ PRESS_SECRET: 'hunter2' })).not.toThrow(/hunter2/)
    expect(() => parseSettings({ PRESS_METRICS_TOKEN: 'hunter2' })).not.toThrow(/hunter2/)
    expect(() => parseSettings({ DATABASE_URL: 'mysql://press:hunter2@db' })).not.toThrow(/hunter2/)
  })
})
