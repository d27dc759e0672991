import { sql } from 'drizzle-orm'
import type { Reader } from '#db/database.ts'
import type { Tx } from '#db/write.ts'

/**
 * Tells this database from every other one: the server's own number, as far as this role may read it, that of the
 * database, and that of a table, which changes when a dump is loaded over the tables that were there. A standby that takes
 * over has the same; a server that pg_upgrade made has another.
 */
export async function serverIdentity(db: Reader | Tx): Promise<string> {
  const [own] = await db
    .select({
      database: sql<string>`oid::text`,
      table: sql<string>`'editions'::regclass::oid::text`,
      maySeeServer: sql<boolean>`has_function_privilege('pg_control_system()', 'EXECUTE')`,
    })
    .from(sql`pg_database`)
    .where(sql`datname = current_database()`)
  const [server] = own?.maySeeServer
    ? await db.select({ id: sql<string>`system_identifier::text` }).from(sql`pg_control_system()`)
    : []
  return [server?.id ?? 'server', own?.database, own?.table].join('-')
}
