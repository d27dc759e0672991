import type { FileCheck } from './check.ts'

/** Checks that the database file is sound. */
export const integrity: FileCheck = {
  name: 'integrity',
  async examine({ file }) {
    const damage = file.damage()
    if (damage.length === 0) return []
    return [
      {
        level: 'problem',
        what: 'The file of the database is damaged; its content was not looked at.',
        todo: 'Stop the portal, copy the data folder aside, check the disk, and put back the newest backup.',
        examples: damage,
      },
    ]
  },
}
