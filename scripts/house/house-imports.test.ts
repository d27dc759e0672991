import { describe, expect, it } from 'vitest'
import { findImports, isForbiddenImport } from './house-imports.mjs'

const reasons = (file: string, source: string) => findImports(file, source).map(isForbiddenImport)

describe('directions of imports', () => {
  it.each([
    ['app/[locale]/page.tsx', "import { front } from '#db/queries/front.ts'"],
    ['app/[locale]/page.tsx', "import { Front } from '#components/front/Front.ts'"],
    ['components/a/A.tsx', "import type { Front } from '#db/shapes.ts'"],
    ['components/a/A.tsx', "import { type Front, type Page } from '#db/shapes.ts'"],
    ['components/a/A.tsx', "import { B } from '#components/b/B.ts'\nimport styles from './A.module.css'"],
    ['components/a/A.tsx', "import { slot } from '#request/slots.ts'"],
    ['db/queries/front.ts', "import type { Locale } from '#i18n/locales.ts'"],
    ['i18n/error-words.ts', "import type { ExpectedError } from '#errors/expected-error.ts'"],
    ['errors/expected-error.ts', "import type press from '#messages/press.json'"],
    ['bench/main.mjs', "import '#scripts/node-version.mjs'\nimport { weight } from './figures/weight.mjs'"],
    ['domain/a/b.ts', "import { reader } from '#db/open.ts'"],
    ['server/a.ts', "import ar from '#messages/ar.json'"],
    ['bench/newsroom/a.ts', "import { write } from '#db/write.ts'"],
    ['domain/a/b.ts', "import { requestOutside } from '#outside/request-outside.ts'"],
    ['outside/a.ts', "import { ExpectedError } from '#errors/expected-error.ts'"],
    ['domain/editorial/a/b.ts', "import { putSection } from '#db/queries/writing/catalogue.ts'"],
    ['bench/a.ts', "import { writeBulk } from '#db/queries/writing/bulk-stories.ts'"],
    ['domain/media/a.ts', "import type { NewMedia } from '#db/queries/writing/media.ts'"],
    ['domain/a/b.ts', "import type { ListKind } from '#db/schema/tables.ts'"],
    ['cli/a.ts', "import { seed } from '#domain/seeding/seed.ts'"],
  ])('%s may say %s', (file, source) => {
    expect(reasons(file, source).filter(Boolean)).toEqual([])
  })

  it.each([
    ['app/page.tsx', "import { reader } from '#db/open.ts'"],
    ['components/a/A.tsx', "import { frontOf } from '#db/queries/front.ts'"],
    ['components/a/A.tsx', "import { type Front, frontOf } from '#db/queries/front.ts'"],
    ['components/a/A.tsx', "import { answer } from '#request/answer.ts'"],
    ['db/a.ts', "import { articlePath } from '#addresses/paths.ts'"],
    ['body/a.ts', "import { locales } from '#i18n/locales.ts'"],
    ['domain/a/b.ts', "import { log } from '#server/log.ts'"],
    ['outside/a.ts', "import { reader } from '#db/open.ts'"],
    ['components/a/A.tsx', "import { requestOutside } from '#outside/request-outside.ts'"],
    ['server/a.ts', "const page = await import('#app/page.ts')"],
    ['cli/a.ts', "export { log } from '#server/log.ts'"],
    ['bench/newsroom/a.ts', "import { log } from '#server/log.ts'"],
    ['components/a/A.tsx', "import { B } from '../b/B.tsx'"],
    ['domain/a/b.ts', "import { aStory } from './story.testing.ts'"],
    ['db/a.ts', "import { startPostgres } from '#scripts/postgres/postgres-server.mjs'"],
    ['errors/a.ts', "import press from '#messages/press.json'"],
    ['domain/transfer/a.ts', "import { putSection } from '#db/queries/writing/catalogue.ts'"],
    ['domain/transfer/a.ts', "import { type NewMedia, putMedia } from '#db/queries/writing/media.ts'"],
    ['cli/a.ts', "import { changeArticle } from '#db/queries/writing/articles.ts'"],
    ['app/a.ts', "import { putFrontPlace } from '#db/queries/writing/front.ts'"],
    ['domain/editorial/a.ts', "import { sections } from '#db/schema/tables.ts'"],
    ['enhance/a.ts', "import type { Locale } from '#i18n/locales.ts'"],
  ])('%s may not say %s', (file, source) => {
    expect(reasons(file, source).filter(Boolean)).toHaveLength(1)
  })

  it('names the line', () => {
    expect(
      findImports('cli/a.ts', "import a from 'a'\n\nimport {\n  b,\n} from '#server/b.ts'"),
    ).toMatchObject([{ path: 'server/b.ts', target: 'server/b', line: 5, isTypeOnly: false }])
  })
})
