import { expect, it } from 'vitest'
import { onOtherKeyboard } from './keyboard-slip.ts'

it.each([
  ['hgh[jlhu', 'الاجتماع'],
  ['lwv', 'مصر'],
  ['سؤاخخم', 'school'],
])('%s was meant as %s', (typed, meant) => {
  expect(onOtherKeyboard(typed)).toBe(meant)
})

it('leaves alone what is of both scripts, or of none', () => {
  expect(onOtherKeyboard('BBC عربي')).toBeNull()
  expect(onOtherKeyboard('2026')).toBeNull()
})
