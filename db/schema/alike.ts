/* These types do not compile when the tables of the two engines hold different rows. */
import type { tablesOf } from './tables.ts'

type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false
type Plain<Row> = { [Column in keyof Row]: Row[Column] }

type Row<Table> = Table extends { $inferSelect: infer Selected } ? Plain<Selected> : never
type NewRow<Table> = Table extends { $inferInsert: infer Inserted } ? Plain<Inserted> : never

type Sqlite = (typeof tablesOf)['sqlite']
type Postgres = (typeof tablesOf)['postgres']

/** The names of tables whose rows differ. */
export type Unlike = {
  [Name in keyof Sqlite | keyof Postgres]: Name extends keyof Sqlite & keyof Postgres
    ? Same<Row<Sqlite[Name]>, Row<Postgres[Name]>> extends true
      ? Same<NewRow<Sqlite[Name]>, NewRow<Postgres[Name]>> extends true
        ? never
        : Name
      : Name
    : Name
}[keyof Sqlite | keyof Postgres]

type NoneOf<Names extends never> = Names
export type Alike = NoneOf<Unlike>
