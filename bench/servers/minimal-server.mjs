/*
 * The least work a Node server can do: it answers every request with one stored body. `node one-buffer.mjs PORT FILE
 * CODING`
 */
import fs from 'node:fs'
import { createServer } from 'node:http'

const [port, file, coding] = process.argv.slice(2)
const body = fs.readFileSync(file)
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Encoding': coding,
  'Content-Length': body.length,
  'Cache-Control': 'public, max-age=0, s-maxage=1',
  Vary: 'Accept-Encoding',
}

createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
  response.writeHead(200, headers).end(body)
}).listen(Number(port), '127.0.0.1')
