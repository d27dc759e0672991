import { describe, expect, it } from 'vitest'
import { findImports, isForbiddenImport } from './house-imports.mjs'

const reasons = (file: string, source: string) => findImports(file, source).map(isForbiddenImport)

describe('directions of imports', () => {
  it.each([
    ['app/[locale]/page.tsx', "import { front } from '../../db/queries/front'"],
    ['app/[locale]/page.tsx', "import { Front } from '../../components/front/Front'"],
    ['components/a/A.tsx', "import type { Front } from '../../db/shapes'"],
    ['components/a/A.tsx', "import { type Front, type Page } from '../../db/shapes'"],
    ['components/a/A.tsx', "import { B } from '../b/B'\nimport styles from './A.module.css'"],
    ['db/queries/front.ts', "import type { Locale } from '../../i18n/locales'"],
    ['domain/a/b.ts', "import { reader } from '../../db/open'"],
    ['server/a.ts', "import ar from '../messages/ar.json'"],
    ['bench/newsroom/a.ts', "import { write } from '../../db/write'"],
    ['cli/a.ts', "import { seed } from '../domain/seeding/seed'"],
  ])('%s may say %s', (file, source) => {
    expect(reasons(file, source).filter(Boolean)).toEqual([])
  })

  it.each([
    ['app/page.tsx', "import { reader } from '../db/open'"],
    ['components/a/A.tsx', "import { frontOf } from '../../db/queries/front'"],
    ['components/a/A.tsx', "import { type Front, frontOf } from '../../db/queries/front'"],
    ['components/a/A.tsx', "import { settings } from '../../request/settings'"],
    ['db/a.ts', "import { locales } from '../i18n/locales'"],
    ['domain/a/b.ts', "import { log } from '../../server/log'"],
    ['server/a.ts', "const page = await import('../app/page')"],
    ['cli/a.ts', "export { log } from '../server/log'"],
    ['bench/newsroom/a.ts', "import { log } from '../../server/log'"],
    ['enhance/a.ts', "import type { Locale } from '../i18n/locales'"],
  ])('%s may not say %s', (file, source) => {
    expect(reasons(file, source).filter(Boolean)).toHaveLength(1)
  })

  it('names the line', () => {
    expect(
      findImports('cli/a.ts', "import a from 'a'\n\nimport {\n  b,\n} from '../server/b'"),
    ).toMatchObject([{ target: 'server/b', line: 5, isTypeOnly: false }])
  })
})
