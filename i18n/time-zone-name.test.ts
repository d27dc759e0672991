import { describe, expect, it } from 'vitest'
import { timeZoneName } from './time-zone-name.ts'

describe('names of time zones', () => {
  it('are ours where readers know the clock by another name', () => {
    expect(timeZoneName('Asia/Riyadh')).toEqual({ message: 'makkah' })
    expect(timeZoneName('Etc/UTC')).toEqual({ message: 'greenwich' })
  })

  it('are the city otherwise', () => {
    expect(timeZoneName('America/New_York')).toEqual({ city: 'New York' })
    expect(timeZoneName('America/Argentina/Buenos_Aires')).toEqual({ city: 'Buenos Aires' })
  })
})
