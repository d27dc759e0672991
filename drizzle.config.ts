import './scripts/node-version.mjs'
import { defineConfig } from 'drizzle-kit'
import { settings } from './settings/settings.ts'

/* `npm run db:generate` makes the migrations of both engines; this one is for whichever DATABASE_URL names. */
const { databaseUrl, dataDir } = settings()

export default databaseUrl !== null || process.env.DRIZZLE_ENGINE === 'postgres'
  ? defineConfig({
      dialect: 'postgresql',
      schema: './db/schema/postgres/tables.ts',
      out: './db/migrations/postgres',
      dbCredentials: { url: databaseUrl ?? '' },
    })
  : defineConfig({
      dialect: 'sqlite',
      schema: './db/schema/sqlite/tables.ts',
      out: './db/migrations/sqlite',
      dbCredentials: { url: `${dataDir}/press.db` },
    })
