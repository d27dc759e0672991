import { expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'

it.each([
  ['school', 'school', 0],
  ['calender', 'calendar', 1],
  ['recieve', 'receive', 1],
  ['مدرسه', 'مدسره', 1],
  ['مصر', 'مصير', 1],
  ['كتاب', 'باب', 2],
  ['kitten', 'sitting', 3],
])('%s is %s in %i steps', (one, other, steps) => {
  expect(editDistance(one, other, 3)).toBe(steps)
  expect(editDistance(other, one, 3)).toBe(steps)
})

it('stops counting', () => {
  expect(editDistance('انتخابات', 'مطر', 2)).toBe(3)
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3)
})
