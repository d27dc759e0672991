import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runPress } from '#bench/press.mjs'
import { SMALL, WITH_COPIES } from '#bench/settings.mjs'
import { rounded } from '#bench/table.mjs'
import { createDatabase } from '#scripts/postgres/postgres-server.mjs'

/**
 * Moving a newsroom to a database on a server, backing it up from there and from its file, and restoring it into
 * another database: articles a second, measured over the whole run of each program.
 */
export async function copies(server, dataDir, url) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-bench-copies-'))
  const archive = path.join(folder, 'backup.tar.gz')
  const again = path.join(folder, 'again')
  try {
    const moved = await timed('press move to PostgreSQL, compared', ['move', '--to', url], dataDir)
    if (!WITH_COPIES) return [moved]
    return [
      moved,
      await timed('press backup of SQLite', ['backup', archive], dataDir),
      await timed('press restore into SQLite', ['restore', archive], path.join(folder, 'file')),
      await timed('press backup of PostgreSQL', ['backup', '--force', archive], dataDir, url),
      await timed(
        'press restore into PostgreSQL',
        ['restore', archive],
        again,
        await createDatabase(server, `press_bench_again_${process.pid}`),
      ),
    ]
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(figure, args, dataDir, url = '') {
  const begun = performance.now()
  await runPress(args, dataDir, url)
  const rate = (2 * SMALL) / ((performance.now() - begun) / 1000)
  return { figure, measured: `${rounded(rate)} articles/s`, target: '', ratio: '' }
}
