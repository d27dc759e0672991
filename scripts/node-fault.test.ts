import { describe, expect, it } from 'vitest'
import { nodeFault } from './node-fault.mjs'

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.23.2', '24.0.0', '24.18.1'])('%s is taken', version => {
    expect(nodeFault(version)).toBeNull()
  })

  it.each(['18.20.4', '20.18.9', '24.19.0', '24.21.0', '26.3.0'])(
    '%s is refused, with what to do',
    version => {
      expect(nodeFault(version)).toMatch(/Node \d.* then start again\.$/)
    },
  )
})
