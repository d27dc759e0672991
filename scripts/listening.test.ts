import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkListening } from './listening.mjs'

const other = createServer()
let taken = 0

beforeAll(async () => {
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  taken = (other.address() as AddressInfo).port
})
afterAll(() => void other.close())

describe('a look at the port before the start', () => {
  it('finds nothing wrong with a free one', async () => {
    other.close()
    await once(other, 'close')
    await expect(checkListening({ PORT: String(taken) })).resolves.toBeUndefined()
    other.listen(taken, '127.0.0.1')
    await once(other, 'listening')
  })

  it('names the one that is taken, and one that is free', async () => {
    const message = await checkListening({ PORT: String(taken) }).catch(error => error.message)
    expect(message).toMatch(new RegExp(`^Port ${taken} is taken.*: PORT=\\d+ npm start$`))
    const [, free] = /PORT=(\d+)/.exec(message) ?? []
    await expect(checkListening({ PORT: free })).resolves.toBeUndefined()
  })

  it.each(['0', '70000', 'http', '3000x', '-1'])('refuses PORT=%s', async port => {
    await expect(checkListening({ PORT: port })).rejects.toThrow(
      `The setting PORT is "${port}", but it must be a port number from 1 to 65535.`,
    )
  })

  it('names a HOST that this machine does not have', async () => {
    const environment = { PORT: '4399', HOST: '203.0.113.7' }
    await expect(checkListening(environment)).rejects.toThrow(/cannot listen on 203\.0\.113\.7.* HOST/)
  })
})
