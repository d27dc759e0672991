import path from 'node:path'
import { build } from 'esbuild'

type Material = typeof import('#domain/distribution/newsletter/mail/mail-material.testing.ts')

/** The mails of the newsletter. They are bundled first, for the catalogs are JSON, which a test's imports do not read. */
export async function writtenMails(): Promise<Material> {
  const { outputFiles } = await build({
    entryPoints: [
      path.join(import.meta.dirname, '../../domain/distribution/newsletter/mail/mail-material.testing.ts'),
    ],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('Nothing was bundled')
  return import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`)
}
