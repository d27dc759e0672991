import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetSettings } from './settings.testing.ts'
import { settings, settingsOrDefaults } from './settings.ts'

beforeEach(forgetSettings)
afterEach(() => {
  vi.unstubAllEnvs()
  forgetSettings()
})

describe('the settings of this process', () => {
  it('are read once', () => {
    vi.stubEnv('PORT', '4000')
    const read = settings()
    vi.stubEnv('PORT', '5000')
    expect(settings()).toBe(read)
    expect(read.port).toBe(4000)
  })

  it('are refused when one of them cannot be used, each time that they are asked for', () => {
    vi.stubEnv('PORT', 'x')
    expect(() => settings()).toThrow('setting.invalid')
    expect(() => settings()).toThrow('setting.invalid')
  })

  it('have a default in the place of what cannot be used, where they are only looked at', () => {
    vi.stubEnv('PORT', 'x')
    vi.stubEnv('DATABASE_URL', 'mysql://db/press')
    vi.stubEnv('PRESS_TIME_ZONE', 'Asia/Beirut')
    expect(settingsOrDefaults()).toMatchObject({ port: 3000, databaseUrl: null, timeZone: 'Asia/Beirut' })
  })
})
