import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sendFile } from './send-file.ts'

it('takes a reader who left before the file was ready for no error', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'send-file-'))
  const file = path.join(folder, 'picture.avif')
  fs.writeFileSync(file, 'x'.repeat(1000))
  const open = () => fs.createReadStream(file)
  const outgoing = { open, bytes: 1000, contentType: 'image/avif', etag: '"x"', headers: {} }
  const sent = new Promise<void>((resolve, reject) => {
    const server = http.createServer((request, response) => {
      response.once('close', () => {
        sendFile(request, response, outgoing)
          .then(resolve, reject)
          .finally(() => server.close())
      })
    })
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const leaving = http.get({ port, host: '127.0.0.1' })
      leaving.once('error', () => undefined)
      leaving.once('socket', socket => socket.once('connect', () => setImmediate(() => leaving.destroy())))
    })
  })
  await expect(sent).resolves.toBeUndefined()
  fs.rmSync(folder, { recursive: true, force: true })
})
