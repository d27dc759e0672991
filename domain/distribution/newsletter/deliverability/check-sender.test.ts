import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { checkSender, type Sender } from './check-sender.ts'
import { publicHalf } from './dkim-key.ts'
import { type DnsServer, startDnsServer, type ZoneEntry } from './dns-server.testing.ts'
import type { RecordCheck } from './record-check.ts'

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const short = generateKeyPairSync('rsa', { modulusLength: 768 }).privateKey
const elliptic = generateKeyPairSync('ed25519').publicKey

const domain = 'news.example.org'
const sender: Sender = {
  ...{ domain, bounceDomain: null, relay: 'smtp.example.org', mailbox: 'imap.example.org' },
  ...{ selector: 'press', key },
}
const relay: [string, ZoneEntry] = ['smtp.example.org', { a: ['192.0.2.10'] }]
const server: [string, ZoneEntry] = [
  'mx.example.org',
  { a: ['192.0.2.20'], aaaa: [`2001:0db8${':0000'.repeat(5)}:0001`] },
]
const good: [string, ZoneEntry][] = [
  [
    domain,
    { txt: ['v=spf1 a:smtp.example.org -all', 'google-site-verification=x'], mx: [[10, 'mx.example.org']] },
  ],
  [`press._domainkey.${domain}`, { txt: [`v=DKIM1; k=rsa; p=${publicHalf(key)}`] }],
  [`_dmarc.${domain}`, { txt: ['v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org'] }],
  relay,
  server,
]

let dns: DnsServer | undefined
afterEach(() => dns?.close())

async function check(entries: [string, ZoneEntry][], changes: Partial<Sender> = {}): Promise<RecordCheck[]> {
  dns = await startDnsServer(new Map(entries))
  return checkSender({ ...sender, ...changes }, dns.resolver)
}

async function checkOne(
  record: RecordCheck['record'],
  entries: [string, ZoneEntry][],
  changes: Partial<Sender> = {},
): Promise<RecordCheck | undefined> {
  return (await check(entries, changes)).find(each => each.record === record)
}

describe('a sender', () => {
  it('lacks nothing', async () => {
    const checks = await check(good)
    expect(checks.map(({ record, state, add }) => [record, state, add])).toEqual([
      ['spf', 'ok', null],
      ['dkim', 'ok', null],
      ['dmarc', 'ok', null],
      ['mx', 'ok', null],
    ])
  })

  it('lacks everything, and is told the exact records', async () => {
    const checks = await check([[domain, { txt: ['something else'] }]])
    expect(checks.map(({ state, add }) => [state, add])).toEqual([
      ['missing', { name: domain, type: 'TXT', value: 'v=spf1 a:smtp.example.org ~all' }],
      [
        'missing',
        { name: `press._domainkey.${domain}`, type: 'TXT', value: `v=DKIM1; k=rsa; p=${publicHalf(key)}` },
      ],
      ['missing', { name: `_dmarc.${domain}`, type: 'TXT', value: 'v=DMARC1; p=none' }],
      ['missing', { name: domain, type: 'MX', value: '10 imap.example.org.' }],
    ])
  })

  it('has a name that is not in the DNS, which is another thing than no answer', async () => {
    const [spf, , , mx] = await check([])
    expect([spf?.state, spf?.what]).toEqual(['missing', expect.stringContaining('is not in the DNS')])
    expect([mx?.state, mx?.what]).toEqual(['missing', expect.stringContaining('is not in the DNS')])
  })

  it.each(['silent', 'fails'] as const)('learns nothing from a server that is %s', async how => {
    const checks = await check([
      [domain, how],
      [`press._domainkey.${domain}`, how],
      [`_dmarc.${domain}`, how],
    ])
    expect(checks.map(({ state, add }) => [state, add])).toEqual(Array(4).fill(['unknown', null]))
    expect(checks[0]?.what).toMatch(/gave no answer for news\.example\.org \((?:ETIMEOUT|ESERVFAIL)\)/)
  })

  it('is asked for where mails come back to, which may be another domain', async () => {
    const bounceDomain = 'bounces.example.org'
    const [spf, dkim, dmarc, mx] = await check([...good, [bounceDomain, { mx: [[5, 'mx.example.org']] }]], {
      bounceDomain,
    })
    expect([spf?.name, spf?.state, mx?.name, mx?.state]).toEqual([
      bounceDomain,
      'missing',
      bounceDomain,
      'ok',
    ])
    expect([dkim?.state, dmarc?.state]).toEqual(['ok', 'ok'])
  })
})

describe('SPF', () => {
  const spf = (txt: string[], more: [string, ZoneEntry][] = [], changes: Partial<Sender> = {}) =>
    checkOne('spf', [[domain, { txt, mx: [[10, 'mx.example.org']] }], relay, server, ...more], changes)

  const chain = (length: number): [string, ZoneEntry][] =>
    Array.from({ length }, (_, index) => [
      `s${index}.example.org`,
      {
        txt: [
          index + 1 < length
            ? `v=spf1 include:s${index + 1}.example.org ~all`
            : 'v=spf1 ip4:192.0.2.0/24 ~all',
        ],
      },
    ])

  it.each([
    ['by name', 'v=spf1 a:smtp.example.org ~all', []],
    ['by its address', 'v=spf1 ip4:192.0.2.0/28 -all', []],
    ['in letters of any case', 'V=SPF1 A:smtp.Example.org -ALL', []],
    ['far below', 'v=spf1 include:s0.example.org ~all', chain(9)],
    [
      'by a redirect',
      'v=spf1 redirect=_spf.example.org',
      [['_spf.example.org', { txt: ['v=spf1 +ip4:192.0.2.10 -all'] }]],
    ],
    ['as the server to which mail comes', 'v=spf1 mx -all', [['mx.example.org', { a: ['192.0.2.10'] }]]],
  ] as [string, string, [string, ZoneEntry][]][])('allows the relay %s', async (_, text, more) => {
    expect(await spf([text], more)).toMatchObject({ state: 'ok', found: [text], add: null })
  })

  it('knows under which name a provider lists its servers', async () => {
    const relay = 'email-smtp.eu-west-1.amazonaws.com'
    const add = { name: domain, type: 'TXT', value: 'v=spf1 include:amazonses.com ~all' }
    expect(await spf([], [], { relay })).toMatchObject({ state: 'missing', add })
    dns?.close()
    const provider: [string, ZoneEntry] = ['amazonses.com', { txt: ['v=spf1 ip4:198.51.100.0/24 -all'] }]
    expect(await spf(['v=spf1 include:amazonses.com ~all'], [provider], { relay })).toMatchObject({
      state: 'ok',
    })
  })

  it.each(['127.0.0.1', '[::1]', 'postfix', 'mail.internal', '10.0.0.5'])(
    'cannot know the public address of the relay %s',
    async relay => {
      const add = { name: domain, type: 'TXT', value: 'v=spf1 a mx ~all' }
      expect(await spf([], [], { relay })).toMatchObject({ state: 'missing', add })
    },
  )

  it.each([
    ['v=spf1 mx ~all', 'v=spf1 mx a:smtp.example.org ~all'],
    ['v=spf1 -all', 'v=spf1 a:smtp.example.org -all'],
    [
      'v=spf1 -a:smtp.example.org redirect=_spf.example.org',
      'v=spf1 -a:smtp.example.org a:smtp.example.org redirect=_spf.example.org',
    ],
  ])('may not name the relay: %s', async (text, value) => {
    const add = { name: domain, type: 'TXT', value }
    const more: [string, ZoneEntry][] = [['_spf.example.org', { txt: ['v=spf1 -all'] }]]
    expect(await spf([text], more)).toMatchObject({ state: 'unknown', add })
  })

  it.each([
    [['v=spf1 mx -all', 'v=spf1 a ~all'], 'has 2 records of SPF'],
    [['v=spf1 a:smtp.example.org'], 'does not end in ~all or -all'],
    [['v=spf1 a:smtp.example.org +all'], 'allows every server'],
    [['v=spf1 a:smtp.example.org all'], 'allows every server'],
    [['v=spf1 a:smtp.example.org ?all'], '?all'],
    [['v=spf1 a:smtp.example.org ipv4:192.0.2.1 -all'], '"ipv4:192.0.2.1" is no term of SPF'],
    [['v=spf1 ip4:192.0.2.1/33 -all'], '"ip4:192.0.2.1/33" is no network'],
    [['v=spf1 include:none.example.org -all'], 'names none.example.org, which has no record of SPF'],
    [['v=spf1 include:s0.example.org -all'], 'it needs 12 look-ups'],
    [['v=spf1 include:loop.example.org -all'], 'in a circle'],
  ])('is faulty: %j', async (texts, words) => {
    const loop: [string, ZoneEntry] = ['loop.example.org', { txt: ['v=spf1 include:loop.example.org -all'] }]
    const check = await spf(texts, [...chain(12), loop])
    expect([check?.state, check?.what]).toEqual(['wrong', expect.stringContaining(words)])
  })

  it('is not known when one of its parts gives no answer', async () => {
    const check = await spf(['v=spf1 include:slow.example.org -all'], [['slow.example.org', 'silent']])
    expect([check?.state, check?.what]).toEqual(['unknown', expect.stringContaining('slow.example.org')])
  })

  it('asks no more than it must of a record that includes itself in many ways', async () => {
    const many = Array.from({ length: 50 }, (_, index) => `include:m${index}.example.org`).join(' ')
    const names = Array.from({ length: 50 }, (_, index): [string, ZoneEntry] => [
      `m${index}.example.org`,
      { txt: [`v=spf1 ${many} ~all`] },
    ])
    expect(await spf([`v=spf1 ${many} -all`], names)).toMatchObject({ state: 'wrong' })
    expect(dns?.asked.length).toBeLessThan(100)
  })
})

describe('DKIM', () => {
  const name = `press._domainkey.${domain}`
  const dkim = (txt: string[], changes: Partial<Sender> = {}) => checkOne('dkim', [[name, { txt }]], changes)

  it.each([
    `v=DKIM1; k=rsa; p=${publicHalf(key)}`,
    `p=${publicHalf(key)}`,
    `v=DKIM1;t=s;p=${publicHalf(key).replace(/.{70}/g, '$& ')};`,
  ])('has our key: %#', async text => {
    expect(await dkim([text])).toMatchObject({ state: 'ok' })
  })

  it.each([
    ['is no record of DKIM', 'v=DKIM2; p=x'],
    ['is no record of DKIM', 'a text'],
    ['has no p=', 'v=DKIM1; k=rsa'],
    ['was withdrawn', 'v=DKIM1; k=rsa; p='],
    ['cannot be read', 'v=DKIM1; k=rsa; p=AAAA'],
    ['cannot be read', 'v=DKIM1; k=dsa; p=AAAA'],
    ['has 768 bits', `v=DKIM1; p=${publicHalf(short)}`],
    ['is not that of PRESS_MAIL_DKIM_KEY', `v=DKIM1; p=${publicHalf(other)}`],
  ])('has one that %s: %#', async (words, text) => {
    const add = { name, type: 'TXT', value: `v=DKIM1; k=rsa; p=${publicHalf(key)}` }
    const check = await dkim([text])
    expect(check).toMatchObject({ state: 'wrong', add })
    expect(check?.what).toContain(words)
  })

  it('has two, of which receivers may take either', async () => {
    expect(await dkim([`p=${publicHalf(key)}`, `p=${publicHalf(other)}`])).toMatchObject({ state: 'wrong' })
  })

  it('is the matter of the provider when nothing is signed here', async () => {
    expect(await dkim([`p=${publicHalf(other)}`], { key: null })).toMatchObject({ state: 'ok' })
    dns?.close()
    const x = elliptic.export({ format: 'jwk' }).x ?? ''
    const ed25519 = `v=DKIM1; k=ed25519; p=${Buffer.from(x, 'base64url').toString('base64')}`
    expect(await dkim([ed25519], { key: null })).toMatchObject({ state: 'ok' })
    dns?.close()
    expect(await dkim([], { key: null, selector: 'none' })).toMatchObject({ state: 'unknown', add: null })
  })
})

describe('DMARC', () => {
  const dmarc = (entries: [string, ZoneEntry][], changes: Partial<Sender> = {}) =>
    checkOne('dmarc', entries, changes)
  const own = (text: string): [string, ZoneEntry][] => [[`_dmarc.${domain}`, { txt: [text] }]]

  it('may stand at a domain above', async () => {
    const above: [string, ZoneEntry] = ['_dmarc.example.org', { txt: ['v=DMARC1; p=reject; sp=quarantine'] }]
    expect(await dmarc([above])).toMatchObject({ state: 'ok', name: '_dmarc.example.org' })
    dns?.close()
    expect((await dmarc([above], { domain: 'example.org' }))?.what).toContain('p=reject')
  })

  it('of a public suffix says nothing of us', async () => {
    const suffix: [string, ZoneEntry] = ['_dmarc.example.org', { txt: ['v=DMARC1; p=reject; psd=y'] }]
    expect(await dmarc([suffix])).toMatchObject({ state: 'missing', name: `_dmarc.${domain}` })
  })

  it.each(['v=DMARC1; p=none', 'v=DMARC1;p=Reject', 'v=DMARC1; rua=mailto:dmarc@example.org'])(
    'is there: %s',
    async text => {
      expect(await dmarc(own(text))).toMatchObject({ state: 'ok', add: null })
    },
  )

  it.each(['v=DMARC1', 'v=DMARC1; p=maybe', 'v=DMARC1; p=none; p=reject'])('is faulty: %s', async text => {
    expect(await dmarc(own(text))).toMatchObject({ state: 'wrong', add: { value: 'v=DMARC1; p=none' } })
  })

  it('counts for nothing when it is there twice', async () => {
    const twice: [string, ZoneEntry] = [
      `_dmarc.${domain}`,
      { txt: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] },
    ]
    expect(await dmarc([twice])).toMatchObject({ state: 'wrong' })
  })
})

describe('MX', () => {
  const mx = (servers: [number, string][], more: [string, ZoneEntry][] = []) =>
    checkOne('mx', [[domain, { mx: servers }], ...more])

  it.each([
    [[[0, '']], 'takes no mail'],
    [[[10, 'gone.example.org']], 'has no address'],
    [[[10, '192.0.2.1']], 'where a name must stand'],
  ] as [[number, string][], string][])('is faulty: %j', async (servers, words) => {
    const check = await mx(servers)
    expect([check?.state, check?.what]).toEqual(['wrong', expect.stringContaining(words)])
  })

  it('is the preferred server', async () => {
    const check = await mx(
      [
        [20, 'second.example.org'],
        [10, 'mx.example.org'],
      ],
      [server],
    )
    expect([check?.state, check?.what]).toEqual(['ok', expect.stringContaining('by mx.example.org')])
  })
})
