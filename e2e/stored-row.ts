import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'

/** Reads one row of the database of the tested portal; each `?` of the statement stands for a value. */
export function storedRow<Row>(statement: string, values: (string | number)[]): Promise<Row> {
  const server = process.env.E2E_DATABASE_URL
  return server ? rowOnServer(server, statement, values) : rowInFile(statement, values)
}

async function rowInFile<Row>(statement: string, values: (string | number)[]): Promise<Row> {
  const file = path.join(process.env.E2E_DATA ?? '', 'press.db')
  const database = new BetterSqlite3(file, { readonly: true, timeout: 5000 })
  try {
    return database.prepare(statement).get(...values) as Row
  } finally {
    database.close()
  }
}

async function rowOnServer<Row>(
  server: string,
  statement: string,
  values: (string | number)[],
): Promise<Row> {
  let place = 0
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    const { rows } = await client.query(
      statement.replaceAll('?', () => `$${++place}`),
      values,
    )
    return rows[0] as Row
  } finally {
    await client.end()
  }
}
