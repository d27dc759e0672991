import { createServer } from 'node:net'

/**
 * A port of the loopback interface that nobody listens on just now.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const server = createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}
