/* For tests: a database whose writes fail. */
import { openDatabase } from './open.ts'

/**
 * Makes every insert into a table fail from now on, with this reason.
 * @returns what mends it
 */
export async function breakInserts(table: string, reason: string): Promise<() => Promise<void>> {
  const database = openDatabase()
  const statements = {
    sqlite: {
      break: `CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, '${reason}'); END`,
      mend: 'DROP TRIGGER broken',
    },
    postgres: {
      break: `
        CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${reason}'; END $$;
        CREATE TRIGGER broken BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION broken()`,
      mend: 'DROP FUNCTION broken CASCADE',
    },
  }[database.engine]
  await database.rows(statements.break)
  return async () => {
    await database.rows(statements.mend)
  }
}
