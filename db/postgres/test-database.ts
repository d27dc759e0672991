/* For tests: has every test of a file find an empty PostgreSQL database where SQLite would make an empty file. */
import { afterAll, beforeEach, inject } from 'vitest'
import { freshDatabase } from './test-server'

const postgres = inject('postgres')
const drops: (() => Promise<void>)[] = []

async function takeFreshDatabase(): Promise<void> {
  if ('missing' in postgres) return
  const { url, drop } = await freshDatabase(postgres.url)
  process.env.DATABASE_URL = url
  drops.push(drop)
}

const isOpen = () => Symbol.for('arab-press.database') in globalThis

/* Before anything is imported that asks which engine it is, and for what a file opens once for all its tests. */
if ('missing' in postgres) process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing'
else await takeFreshDatabase()

let isFirst = true

beforeEach(async context => {
  if ('missing' in postgres) return context.skip(postgres.missing)
  if (!isFirst && !isOpen()) await takeFreshDatabase()
  isFirst = false
})

afterAll(async () => {
  for (const drop of drops) await drop()
})
