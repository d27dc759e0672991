import { type ChildProcess, spawn } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { localesUnderTest, pathOf } from './site.ts'

/* The framework alone on the same data, without the edge. */
const BARE = `
  import http from 'node:http'
  import next from 'next'
  const app = next({ dev: false, dir: process.cwd() })
  await app.prepare()
  const server = http.createServer(app.getRequestHandler())
  server.listen(0, '127.0.0.1', () => console.log('PORT ' + server.address().port))
`

let bare: ChildProcess
let bareOrigin = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PRESS_DATA: process.env.E2E_DATA,
    DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
    PRESS_URL: `http://127.0.0.1:${process.env.E2E_PORT}`,
  } as NodeJS.ProcessEnv
  bare = spawn(process.execPath, ['--input-type=module', '-e', BARE], {
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
  bareOrigin = `http://127.0.0.1:${port}`
})

test.afterAll(() => {
  bare?.kill()
})

/* The content of a page for a reader: its words in order, its pictures and its links. */
async function contentOf(page: Page) {
  return page.evaluate(() => ({
    title: document.title,
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen counts, in the order of its lines
    text: document.body.innerText,
    pictures: [...document.querySelectorAll('img, source, video')].map(each => each.outerHTML),
    links: [...document.querySelectorAll('a')].map(each => each.getAttribute('href')),
    /* The framework streams parts in the order in which they are ready. */
    head: [...document.head.querySelectorAll('meta, link[rel=canonical], link[rel=alternate]')]
      .map(each => each.outerHTML)
      .sort(),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  }))
}

for (const locale of localesUnderTest) {
  for (const kind of ['front', 'article', 'section', 'archive day'] as const) {
    test(`the plain ${kind} in ${locale} says and shows what the framework drew, and weighs less`, async ({
      browser,
      request,
    }) => {
      const path = await pathOf(request, kind, locale)
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(path)
      const plain = await contentOf(page)
      const plainBytes = (await (await request.get(path)).body()).length
      await page.goto(bareOrigin + path)
      const whole = await contentOf(page)
      const wholeBytes = (await (await request.get(bareOrigin + path)).body()).length
      await context.close()
      expect(plain).toEqual(whole)
      expect(plainBytes).toBeLessThan(wholeBytes / 2)
    })
  }
}
