import './scripts/node-version.mjs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  /* Several builds may live side by side in one checkout, each in a folder of its own. */
  distDir: process.env.PRESS_NEXT_DIR || '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  /* server/ compresses, tags and redirects: Next would do it per process and without knowing the site. */
  compress: false,
  generateEtags: false,
  skipTrailingSlashRedirect: true,
  /* Everybody gets the metadata in the head, not only the crawlers that Next knows. */
  htmlLimitedBots: /.*/,
  /* Our own renditions stand in <picture>; the optimizer would print style attributes and keep a cache of its own. */
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'sharp', 'pino'],
  turbopack: { root: path.dirname(fileURLToPath(import.meta.url)) },
  typescript: {
    /* Types are checked by `npm test`; a newcomer's first start does not wait for them. */
    ignoreBuildErrors: true,
    /* It only extends tsconfig.json, so that a build never rewrites the real one. */
    tsconfigPath: 'tsconfig.next.json',
  },
  experimental: {
    agentUpgrade: false,
    /*
     * One file of styles beside the tokens, the same for every page of readers: with other weights each kind of
     * page gets five of its own, which weigh as much. All of them together are 12 KB; e2e/budget.spec.ts watches.
     */
    cssChunking: { type: 'graph', requestCost: 100_000_000, weightDistribution: 0 },
  },
}

export default withNextIntl(config)
