import { describe, expect, it } from 'vitest'
import { contentTypeOf, looksLikeAsset } from './content-types.ts'

describe('the content type of a file', () => {
  it.each([
    ['a.avif', 'image/avif'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.gif', 'image/gif'],
    ['a.html', 'text/html; charset=utf-8'],
    ['a.ico', 'image/x-icon'],
    ['a.jpeg', 'image/jpeg'],
    ['A.JPG', 'image/jpeg'],
    ['a.0a1b2c3d.js', 'text/javascript; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.m4a', 'audio/mp4'],
    ['a.js.map', 'application/json; charset=utf-8'],
    ['a.mjs', 'text/javascript; charset=utf-8'],
    ['a.mp3', 'audio/mpeg'],
    ['a.mp4', 'video/mp4'],
    ['a.ogg', 'audio/ogg'],
    ['a.png', 'image/png'],
    ['a.svg', 'image/svg+xml'],
    ['a.ttf', 'font/ttf'],
    ['a.txt', 'text/plain; charset=utf-8'],
    ['a.vtt', 'text/vtt; charset=utf-8'],
    ['a.webm', 'video/webm'],
    ['a.webmanifest', 'application/manifest+json'],
    ['a.webp', 'image/webp'],
    ['a.woff', 'font/woff'],
    ['a.woff2', 'font/woff2'],
    ['a.xml', 'application/xml; charset=utf-8'],
    ['/public/speculation-rules.json', 'application/speculationrules+json'],
    ['a.unknown', 'application/octet-stream'],
    ['a.constructor', 'application/octet-stream'],
    ['a.__proto__', 'application/octet-stream'],
    ['png', 'application/octet-stream'],
    ['.png', 'application/octet-stream'],
  ])('%s is %s', (file, type) => {
    expect(contentTypeOf(file)).toBe(type)
  })
})

describe('a missing path', () => {
  it.each(['a.png', 'A.JPG', 'a.css', 'a.js', 'a.js.map', 'a.woff2', 'a.mp4', 'a.ico', 'a.webmanifest'])(
    '%s is a part of a page',
    file => expect(looksLikeAsset(file)).toBe(true),
  )

  it.each([
    'a.html',
    'a.htm',
    'a.php',
    'a.aspx',
    'a.json',
    'a.xml',
    'a.txt',
    'a.pdf',
    'a',
    'png',
    'v1.2',
    '',
  ])('%s may be a page, or have been one', file => expect(looksLikeAsset(file)).toBe(false))
})
