import './scripts/node-version.mjs'
import { defineConfig } from 'drizzle-kit'
import { isPostgresUrl } from './db/engine.ts'

/* `npm run db:generate` makes the migrations of both engines; this one is for whichever DATABASE_URL names. */
const url = process.env.DATABASE_URL ?? ''

export default isPostgresUrl(url) || process.env.DRIZZLE_ENGINE === 'postgres'
  ? defineConfig({
      dialect: 'postgresql',
      schema: './db/schema/postgres/tables.ts',
      out: './db/migrations/postgres',
      dbCredentials: { url },
    })
  : defineConfig({
      dialect: 'sqlite',
      schema: './db/schema/sqlite/tables.ts',
      out: './db/migrations/sqlite',
      dbCredentials: { url: `${process.env.PRESS_DATA || './data'}/press.db` },
    })
