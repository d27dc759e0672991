import { describe, expect, it } from 'vitest'
import { nodeFault } from './node-fault.mjs'

describe('the version of Node', () => {
  it.each(['22.0.0', '22.23.2', '24.18.1', '24.21.0', '26.10.0'])('%s is taken', version => {
    expect(nodeFault(version)).toBeNull()
  })

  it.each(['18.20.4', '20.20.2', '21.7.3'])('%s is refused in one line, with what to do', version => {
    expect(nodeFault(version)).toMatch(/^.*npm start.* then start again\.$/)
  })
})
