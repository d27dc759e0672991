import { openDatabase } from '#db/open.ts'

/** Works with the newsroom's database open. */
export async function inNewsroom(work: () => Promise<void>): Promise<void> {
  const { close, ready } = openDatabase()
  try {
    await ready
    await work()
  } finally {
    await close()
  }
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
