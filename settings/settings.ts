import path from 'node:path'
import { z } from 'zod'
import { ExpectedError } from '#errors/expected-error.ts'
import { type MailSettings, mailTable } from './mail-settings.ts'
import {
  isPath,
  isPostgresUrl,
  isTimeZone,
  service,
  splitList,
  toLines,
  toOrigin,
  toService,
  wholeNumber,
} from './setting-kinds.ts'
import { type VoiceSettings, voiceTable } from './voice-settings.ts'

type OfSubjects = MailSettings & VoiceSettings

/** The portal's settings, read once from the environment. `.env.example` explains each of them. */
export type Settings = OfSubjects & {
  port: number
  host: string
  /** Absolute: database, media, outbox. */
  dataDir: string
  /** The PostgreSQL server and database; null: SQLite, in the data folder. */
  databaseUrl: string | null
  /** The most connections of each thread to PostgreSQL. */
  databaseConnections: number
  /** The longest that a statement of PostgreSQL may take. */
  databaseStatementMs: number
  /** The public origin, without a slash at its end. */
  siteUrl: string
  /** Whether an empty database gets the demonstration newsroom. */
  demo: boolean
  timeZone: string
  cacheMaxBytes: number
  /** Of how many of the newest pictures all sizes are made ahead; 0: none. */
  picturesAhead: number
  /** Addresses or networks whose X-Forwarded headers are believed. */
  trustedProxies: string[]
  /** Null: made at the first start and kept in the data folder. */
  secret: string | null
  processes: number
  /** Which crawlers of language models robots.txt lets in. */
  aiCrawlers: 'all' | 'retrieval' | 'none'
  /** The contact in security.txt; null: the site's own address. */
  securityContact: string | null
  /** The text of /ads.txt; null: there is none. */
  adsTxt: string | null
  /** The text of /app-ads.txt; null: there is none. */
  appAdsTxt: string | null
  /** The WebSub hub that feeds name and that is notified of changed feeds; null: none. */
  webSubHub: string | null
  /** The key of IndexNow, by which search engines are notified of changed addresses; null: they are not. */
  indexNowKey: string | null
  /** The service of IndexNow that is notified. */
  indexNowUrl: string
  /** A port of this machine alone on which the metrics can be read; null: none. */
  metricsPort: number | null
  /** The token of `/metrics` on the public port; null: the port has no such address. */
  metricsToken: string | null
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

const table = {
  PORT: { expected: 'a port number from 1 to 65535', schema: wholeNumber(1, 65535), missing: '3000' },
  HOST: {
    expected: 'an address or a name of this machine, such as 127.0.0.1, 0.0.0.0 or ::',
    schema: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
    missing: '127.0.0.1',
  },
  PRESS_DATA: { expected: 'the path of a folder', schema: z.string().refine(isPath), missing: './data' },
  DATABASE_URL: {
    expected:
      'the address of a PostgreSQL database, such as postgres://press:secret@db.example.org/press?sslmode=verify-full, with the password percent-encoded, or nothing for SQLite',
    schema: z.string().refine(isPostgresUrl),
    missing: null,
  },
  DATABASE_CONNECTIONS: {
    expected: 'a whole number from 1 to 500',
    schema: wholeNumber(1, 500),
    missing: '10',
  },
  DATABASE_STATEMENT_MS: {
    expected: 'a number of milliseconds from 100 to 3600000',
    schema: wholeNumber(100, 3_600_000),
    missing: '15000',
  },
  PRESS_URL: {
    expected:
      'the public address of the site, http or https, without a path, such as https://news.example.org',
    schema: z.string().transform(toOrigin).pipe(z.string()),
    missing: null,
  },
  PRESS_DEMO: {
    expected: '1 or 0',
    schema: z.enum(['0', '1']).transform(value => value === '1'),
    missing: '1',
  },
  PRESS_TIME_ZONE: {
    expected: 'the name of a time zone, such as Asia/Riyadh or Europe/London',
    schema: z.string().refine(isTimeZone),
    missing: 'Asia/Riyadh',
  },
  PRESS_CACHE_MB: {
    expected: 'a whole number from 8 to 65536',
    schema: wholeNumber(8, 65536),
    missing: '64',
  },
  PRESS_PICTURES_AHEAD: {
    expected: 'a whole number from 0 to 100000',
    schema: wholeNumber(0, 100_000),
    missing: '2000',
  },
  PRESS_TRUST_PROXY: {
    expected: 'IP addresses or networks with commas between them, such as 127.0.0.1,10.0.0.0/8',
    schema: z
      .string()
      .transform(splitList)
      .pipe(z.array(z.string().regex(/^[0-9A-Fa-f.:]+(\/\d{1,3})?$/))),
    missing: '',
  },
  PRESS_SECRET: { expected: 'at least 32 characters', schema: z.string().min(32), missing: null },
  PRESS_METRICS_PORT: {
    expected: 'a port number from 1 to 65535, other than PORT',
    schema: wholeNumber(1, 65535),
    missing: null,
  },
  PRESS_METRICS_TOKEN: { expected: 'at least 16 characters', schema: z.string().min(16), missing: null },
  PRESS_AI_CRAWLERS: {
    expected: 'all, retrieval or none',
    schema: z.enum(['all', 'retrieval', 'none']),
    missing: 'retrieval',
  },
  PRESS_SECURITY_CONTACT: {
    expected: 'an address such as mailto:security@example.org or https://example.org/report',
    schema: z.string().regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/),
    missing: null,
  },
  PRESS_ADS_TXT: {
    expected: 'the records of ads.txt, with | or a line break between them',
    schema: z.string().transform(toLines),
    missing: null,
  },
  PRESS_APP_ADS_TXT: {
    expected: 'the records of app-ads.txt, with | or a line break between them',
    schema: z.string().transform(toLines),
    missing: null,
  },
  PRESS_WEBSUB_HUB: {
    expected: service('a WebSub hub', 'https://pubsubhubbub.appspot.com/'),
    schema: z.string().transform(toService).pipe(z.string()),
    missing: null,
  },
  PRESS_INDEXNOW_KEY: {
    expected: '8 to 128 letters from a to z, digits and hyphens',
    schema: z.string().regex(/^[A-Za-z0-9-]{8,128}$/),
    missing: null,
  },
  PRESS_INDEXNOW_URL: {
    expected: service('an IndexNow service', 'https://api.indexnow.org/indexnow'),
    schema: z.string().transform(toService).pipe(z.string()),
    missing: 'https://api.indexnow.org/indexnow',
  },
  ...mailTable,
  ...voiceTable,
  WEB_CONCURRENCY: { expected: 'a whole number from 1 to 64', schema: wholeNumber(1, 64), missing: '1' },
  LOG_LEVEL: {
    expected: 'fatal, error, warn, info, debug, trace or silent',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    missing: 'warn',
  },
} as const

const SECRETS: Name[] = [
  'DATABASE_URL',
  'PRESS_SECRET',
  'PRESS_METRICS_TOKEN',
  'PRESS_INDEXNOW_KEY',
  'SMTP_URL',
  'PRESS_MAIL_IMAP_URL',
  'PRESS_MAIL_WEBHOOK_SECRET',
  'PRESS_VOICE_KEY',
]

type Environment = Record<string, string | undefined>

/** Names of the settings in the environment. */
export const settingNames = Object.keys(table) as Name[]

/**
 * Reads the settings from an environment. An empty value counts as none.
 * @throws ExpectedError 'setting.invalid' for the first one that cannot be used
 */
export function parseSettings(environment: Environment): Settings {
  return valid(readSettings(environment))
}

/* Next's bundles and the server have their own copies of this module and must share the settings. */
const key = Symbol.for('arab-press.settings')
const shared = globalThis as { [key]?: ReadSettings }

/**
 * The settings of this process; the first caller reads them.
 * @throws ExpectedError 'setting.invalid' for the first one that cannot be used
 */
export function settings(): Settings {
  return valid(readOnce())
}

/**
 * The same, with the default in the place of each setting that cannot be used. For modules that need one while they
 * load, before a program has refused what is wrong, and for reporting what is wrong.
 */
export function settingsOrDefaults(): Settings {
  return readOnce().settings
}

function readOnce(): ReadSettings {
  shared[key] ??= readSettings(process.env)
  return shared[key]
}

type ReadSettings = { settings: Settings; invalid: ExpectedError | null }

function valid({ settings, invalid }: ReadSettings): Settings {
  if (invalid) throw invalid
  return settings
}

function readSettings(environment: Environment): ReadSettings {
  let invalid: ExpectedError | null = null

  const port = read('PORT')
  const settings = {
    port,
    host: read('HOST'),
    dataDir: path.resolve(read('PRESS_DATA')),
    databaseUrl: optional('DATABASE_URL'),
    databaseConnections: read('DATABASE_CONNECTIONS'),
    databaseStatementMs: read('DATABASE_STATEMENT_MS'),
    siteUrl: optional('PRESS_URL') ?? `http://localhost:${port}`,
    demo: read('PRESS_DEMO'),
    timeZone: read('PRESS_TIME_ZONE'),
    cacheMaxBytes: read('PRESS_CACHE_MB') * 1024 * 1024,
    picturesAhead: read('PRESS_PICTURES_AHEAD'),
    trustedProxies: read('PRESS_TRUST_PROXY'),
    secret: optional('PRESS_SECRET'),
    processes: read('WEB_CONCURRENCY'),
    aiCrawlers: read('PRESS_AI_CRAWLERS'),
    securityContact: optional('PRESS_SECURITY_CONTACT'),
    adsTxt: optional('PRESS_ADS_TXT'),
    appAdsTxt: optional('PRESS_APP_ADS_TXT'),
    webSubHub: optional('PRESS_WEBSUB_HUB'),
    indexNowKey: optional('PRESS_INDEXNOW_KEY'),
    indexNowUrl: read('PRESS_INDEXNOW_URL'),
    metricsPort: optional('PRESS_METRICS_PORT'),
    metricsToken: optional('PRESS_METRICS_TOKEN'),
    smtpUrl: optional('SMTP_URL'),
    mailFrom: optional('PRESS_MAIL_FROM'),
    mailDkimKey: absolute('PRESS_MAIL_DKIM_KEY'),
    mailDkimSelector: read('PRESS_MAIL_DKIM_SELECTOR'),
    mailRate: read('PRESS_MAIL_RATE'),
    mailConnections: read('PRESS_MAIL_CONNECTIONS'),
    mailBounceDomain: optional('PRESS_MAIL_BOUNCES'),
    mailImapUrl: optional('PRESS_MAIL_IMAP_URL'),
    mailWebhookSecret: optional('PRESS_MAIL_WEBHOOK_SECRET'),
    voice: optional('PRESS_VOICE'),
    builtInVoice: optional('PRESS_VOICE_BUILT_IN'),
    voiceKey: optional('PRESS_VOICE_KEY'),
    voiceModel: read('PRESS_VOICE_MODEL'),
    voiceNames: { ar: read('PRESS_VOICE_AR'), en: read('PRESS_VOICE_EN') },
    voiceRequestCharacters: read('PRESS_VOICE_REQUEST_CHARACTERS'),
    voiceDailyCharacters: read('PRESS_VOICE_DAILY_CHARACTERS'),
    logLevel: read('LOG_LEVEL'),
  }
  return { settings, invalid }

  function read<Key extends NameWithDefault>(name: Key): Value<Key> {
    return optional(name) ?? (table[name].schema.parse(table[name].missing) as Value<Key>)
  }

  function absolute(name: 'PRESS_MAIL_DKIM_KEY'): string | null {
    const given = optional(name)
    return given && path.resolve(given)
  }

  /* Null also for one that cannot be used. */
  function optional<Key extends Name>(name: Key): Value<Key> | null {
    const given = environment[name]?.trim()
    if (!given) return null
    const { expected, schema } = table[name]
    const result = schema.safeParse(given)
    if (result.success) return result.data as Value<Key>
    const shown = JSON.stringify(SECRETS.includes(name) ? '…' : given)
    invalid ??= new ExpectedError('setting.invalid', { name, given: shown, expected })
    return null
  }
}

type Name = keyof typeof table
type NameWithDefault = { [Key in Name]: (typeof table)[Key]['missing'] extends string ? Key : never }[Name]
type Value<Key extends Name> = z.output<(typeof table)[Key]['schema']>
