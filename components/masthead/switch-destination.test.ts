import { describe, expect, it } from 'vitest'
import { archivePath, authorsPath, frontPath, sectionPath, topicsPath } from '#addresses/paths.ts'
import { switchDestination } from './switch-destination.ts'

describe('destination of the language switch', () => {
  it('tells the front, a list, the archive and a section apart', () => {
    expect(switchDestination(frontPath('en'), 'en')).toBe('front')
    expect(switchDestination(topicsPath('en'), 'en')).toBe('list')
    expect(switchDestination(authorsPath('ar'), 'ar')).toBe('list')
    expect(switchDestination(archivePath('ar'), 'ar')).toBe('archive')
    expect(switchDestination(archivePath('ar', 2026, 3), 'ar')).toBe('archive')
    expect(switchDestination(sectionPath('ar', 'ثقافة'), 'ar')).toBe('section')
  })
})
