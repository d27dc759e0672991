/** Runs the Nu checker, which knows the HTML standard rule by rule, on a page of every kind. It needs Java. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { kinds, localesUnderTest, pathOf, statusOf } from './site.ts'

const CHECKER = path.resolve('node_modules/vnu-jar/build/dist/vnu.jar')
const hasJava = spawnSync('java', ['-version']).status === 0

test.skip(!hasJava, 'the Nu checker needs Java, which is not installed')

for (const locale of localesUnderTest) {
  test(`every kind of page is HTML without a fault in ${locale}`, async ({ request }, info) => {
    test.setTimeout(180_000)
    const files: string[] = []
    for (const kind of kinds) {
      const answer = await request.get(await pathOf(request, kind, locale))
      expect(answer.status(), kind).toBe(statusOf[kind] ?? 200)
      const file = info.outputPath(`${kind.replaceAll(' ', '-')}.html`)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, await answer.text())
      files.push(file)
    }
    expect(faultsIn(files)).toEqual([])
  })
}

test('the checker sees a fault', async ({ request }, info) => {
  const html = await (await request.get('/en')).text()
  const file = info.outputPath('broken.html')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, html.replace('</main>', '<center>Old</center></main>'))
  expect(faultsIn([file]).join()).toContain('center')
})

type Message = { url: string; lastLine: number; message: string; extract: string }

function faultsIn(files: string[]): string[] {
  /* With the default stack it gives up on deeply nested pages. */
  const args = [
    '-Xss1m',
    '-jar',
    CHECKER,
    '--errors-only',
    '--exit-zero-always',
    '--stdout',
    '--format',
    'json',
  ]
  const { status, stdout, stderr } = spawnSync('java', [...args, ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`The checker did not work: ${stderr}`)
  const { messages } = JSON.parse(stdout) as { messages: Message[] }
  return messages.map(
    ({ url, message, extract }) => `${path.basename(url ?? '')}: ${message} (${extract?.trim() ?? ''})`,
  )
}
