import { describe, expect, test } from 'vitest'

import { fillSlots, type SlotName, slot } from './slots.ts'

const none = new Set<string>()
const withAddress = (html: string, address: string) => fillSlots(html, { texts: { address }, on: none })

describe('texts', () => {
  test('stand in elements and in values of attributes', () => {
    const html = `<p>To ${slot('address')}</p><input value="${slot('address')}"/>`
    expect(withAddress(html, 'm@example.org')).toBe('<p>To m@example.org</p><input value="m@example.org"/>')
  })

  test('are escaped in both places', () => {
    expect(withAddress(`<p>${slot('address')}</p>`, '<script>alert(1)</script>')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    )
    expect(withAddress(`<input value="${slot('address')}"/>`, `" autofocus onfocus='x' &quot;`)).toBe(
      '<input value="&quot; autofocus onfocus=&#39;x&#39; &amp;quot;"/>',
    )
  })

  test.each(['$&', '$1', "$'", '$`', '$$', '$<name>'])('keep %s as it was typed', typed => {
    const escaped = typed
      .replaceAll('&', '&amp;')
      .replaceAll("'", '&#39;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
    expect(withAddress(`<p>${slot('address')}</p>`, typed)).toBe(`<p>${escaped}</p>`)
  })

  test('are never taken for slots themselves', () => {
    const typed = `${slot('language')} data-shown-if="saved" \uE000nobody\uE001`
    expect(withAddress(`<p>${slot('address')}</p>`, typed)).toBe(
      '<p>\uE000language\uE001 data-shown-if=&quot;saved&quot; \uE000nobody\uE001</p>',
    )
  })

  test('cannot close the slot of another text, or open one', () => {
    const html = `${slot('address')}|${slot('language')}`
    const texts = { address: '\uE000', language: '\uE001' }
    expect(fillSlots(html, { texts, on: none })).toBe('\uE000|\uE001')
  })

  test('keep characters that turn the direction: their element isolates them', () => {
    const typed = 'a\u202Egro.elpmaxe@b'
    expect(withAddress(`<bdi dir="ltr">${slot('address')}</bdi>`, typed)).toBe(
      `<bdi dir="ltr">${typed}</bdi>`,
    )
  })

  test('may be empty', () => {
    expect(withAddress(`<input value="${slot('address')}"/>`, '')).toBe('<input value=""/>')
  })

  test.each(['nobody', 'constructor', '__proto__', ''])('of no slot %j is an error', name => {
    expect(() => withAddress(slot(name as SlotName), 'm@example.org')).toThrow('no text for the slot')
  })

  test('that the edge forgot is an error', () => {
    expect(() => withAddress(slot('minutes'), 'm@example.org')).toThrow('"minutes"')
  })
})

describe('conditional attributes', () => {
  const filled = (html: string, ...on: string[]) => fillSlots(html, { texts: {}, on: new Set(on) })

  test('check what is chosen', () => {
    const html = '<input data-checked-if="daily"/><input data-checked-if="weekly"/>'
    expect(filled(html, 'daily')).toBe('<input checked=""/><input/>')
  })

  test('hide what does not hold, and what must not be said beside it', () => {
    const html = '<p data-shown-if="saved">A</p><p data-hidden-if="saved">B</p>'
    expect(filled(html, 'saved')).toBe('<p>A</p><p hidden="">B</p>')
    expect(filled(html)).toBe('<p hidden="">A</p><p>B</p>')
  })

  test('mark and focus the field that is wrong', () => {
    const html = '<input data-invalid-if="empty malformed" data-focused-if="empty malformed"/>'
    expect(filled(html, 'malformed')).toBe('<input aria-invalid="true" autofocus=""/>')
    expect(filled(html, 'none-chosen')).toBe('<input/>')
  })

  test.each(['sometimes', 'constructor', '', 'daily  weekly'])('of no condition %j are an error', name => {
    expect(() => filled(`<p data-shown-if="${name}">A</p>`)).toThrow('no condition')
  })

  test('leave other attributes and texts alone', () => {
    const html = '<p data-shown="saved" title="data-shown-if">data-shown-if=saved</p>'
    expect(filled(html)).toBe(html)
  })
})
