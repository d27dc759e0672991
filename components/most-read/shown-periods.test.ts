import { expect, it } from 'vitest'
import type { HeadlineItem } from '#db/shapes.ts'
import { shownPeriods } from './shown-periods.ts'

const items = (count: number) => Array.from({ length: count }, () => ({}) as HeadlineItem)
const shown = (today: number, week: number) => shownPeriods({ today: items(today), week: items(week) })

it('shows today first, once it is a ranking', () => {
  expect(shown(3, 5)).toEqual(['today', 'week'])
  expect(shown(2, 5)).toEqual(['week'])
  expect(shown(3, 0)).toEqual(['today'])
})

it('shows nothing where nothing was read', () => {
  expect(shown(0, 0)).toEqual([])
  expect(shown(2, 0)).toEqual([])
})
