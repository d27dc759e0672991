import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.ts'

describe('an address of the public network', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:80b::200e',
    '2001:4860:4860::8888',
  ])('is %s', address => expect(isPublicAddress(address)).toBe(true))
})

describe('no address of the public network', () => {
  it.each([
    ['is unspecified', ['0.0.0.0', '0.1.2.3', '::']],
    ['is this machine', ['127.0.0.1', '127.0.0.53', '127.255.255.255', '::1']],
    ['is private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
    ['is link-local', ['169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1']],
    ['is of a carrier', ['100.64.0.1', '100.127.255.255']],
    ['is multicast or broadcast', ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1', 'ff0e::1']],
    ['is kept for documents', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
    ['is kept for measurements', ['198.18.0.1', '198.19.255.255', '2001:2::1']],
    ['is reserved', ['192.0.0.1', '192.88.99.1', '240.0.0.1', '100::1', '4000::1', '5f00::1', '2001:1::1']],
    ['tells machines of a cloud about themselves', ['169.254.169.254', '168.63.129.16', '100.100.100.200']],
    ['tells them so over IPv6', ['fd00:ec2::254', 'fd20:ce::254', '192.0.0.192']],
    [
      'carries one of IPv4',
      ['::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '::8.8.8.8', '::ffff:0:7f00:1'],
    ],
    ['is translated to one', ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1']],
    ['leads through a tunnel to one', ['2002:7f00:1::', '2002:808:808::1', '2001::1', '2001:0:4136:e378::1']],
    ['is no address', ['', 'localhost', '8.8.8.8.8', '[::1]', '1.1.1.1 ', 'example.org']],
  ])('%s', (_, addresses) => expect(addresses.filter(isPublicAddress)).toEqual([]))
})
