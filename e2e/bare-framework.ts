import { spawn } from 'node:child_process'

/* The framework alone on the same data, without the edge. */
const BARE = `
  import http from 'node:http'
  import next from 'next'
  const app = next({ dev: false, dir: process.cwd() })
  await app.prepare()
  const server = http.createServer(app.getRequestHandler())
  server.listen(0, '127.0.0.1', () => console.log('PORT ' + server.address().port))
`

/** Starts the framework alone on the data of the test, for what the edge does to its pages. */
export async function startBareFramework(): Promise<{ origin: string; stop: () => void }> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PRESS_DATA: process.env.E2E_DATA,
    DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
    PRESS_URL: `http://127.0.0.1:${process.env.E2E_PORT}`,
  } as NodeJS.ProcessEnv
  const bare = spawn(process.execPath, ['--input-type=module', '-e', BARE], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    let output = ''
    bare.stdout?.on('data', chunk => {
      output += chunk
      const found = /PORT (\d+)/.exec(output)?.[1]
      if (found) resolve(found)
    })
    bare.once('exit', code => reject(new Error(`The framework alone ended with ${code}`)))
  })
  return { origin: `http://127.0.0.1:${port}`, stop: () => bare.kill() }
}
