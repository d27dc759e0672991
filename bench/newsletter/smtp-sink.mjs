/*
 * A mail server that keeps nothing, in a process of its own: it prints its address, answers every command with yes, and
 * prints how many messages and bytes came when its input ends.
 */
import net from 'node:net'

const END = Buffer.from('\r\n.\r\n')
let messages = 0
let bytes = 0

const server = net.createServer(socket => {
  socket.setNoDelay(true)
  let isData = false
  let rest = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.write('220 sink.example.org ESMTP\r\n')
  socket.on('data', chunk => {
    bytes += chunk.length
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    while (rest.length > 0) {
      if (isData) {
        const end = rest.indexOf(END)
        if (end < 0) {
          /* Only what may be the beginning of the end is looked at again. */
          rest = rest.subarray(Math.max(0, rest.length - END.length + 1))
          return
        }
        isData = false
        messages += 1
        rest = rest.subarray(end + END.length)
        socket.write('250 2.0.0 Kept nowhere\r\n')
        continue
      }
      const end = rest.indexOf('\r\n')
      if (end < 0) return
      const command = rest.toString('latin1', 0, end).slice(0, 4).toUpperCase()
      rest = rest.subarray(end + 2)
      if (command === 'EHLO') socket.write('250-sink.example.org\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n')
      else if (command === 'DATA') {
        isData = true
        socket.write('354 Go on\r\n')
      } else if (command === 'QUIT') socket.end('221 Bye\r\n')
      else socket.write('250 2.0.0 Yes\r\n')
    }
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`smtp://127.0.0.1:${server.address().port}\n`))

process.stdin.resume()
process.stdin.on('end', () => {
  process.stdout.write(`${JSON.stringify({ messages, bytes })}\n`)
  process.exit(0)
})
