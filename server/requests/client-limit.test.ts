import { expect, it } from 'vitest'
import { ClientLimit, clientOf } from './client-limit.ts'

it('lets each client ask so often at once, and go on slowly', () => {
  const limit = new ClientLimit({ burst: 3, perSecond: 0.5 })
  const taken = (client: string, atMs: number) => limit.take(client, atMs)
  expect([1, 2, 3, 4].map(() => taken('192.0.2.1', 0))).toEqual([0, 0, 0, 2])
  expect(taken('192.0.2.2', 0)).toBe(0)
  expect(taken('192.0.2.1', 1000)).toBe(1)
  expect(taken('192.0.2.1', 2000)).toBe(0)
  expect(taken('192.0.2.1', 2001)).toBe(2)
  expect([1, 2, 3, 4].map(() => taken('192.0.2.1', 3_600_000))).toEqual([0, 0, 0, 2])
})

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('%s is the client %s', (address, client) => expect(clientOf(address)).toBe(client))
