import type { DatabaseCheck } from './check.ts'

/** Checks that the rows of the database refer only to existing rows. */
export const references: DatabaseCheck = {
  name: 'references',
  async examine({ stored }) {
    const broken = await stored.brokenReferences()
    if (broken.length === 0) return []
    return [
      {
        level: 'problem',
        what: 'Rows of the database name other rows that are not there, so something other than this program wrote it.',
        todo: 'Put back the newest backup from before that, or mend these rows by hand after a backup.',
        examples: broken,
      },
    ]
  },
}
