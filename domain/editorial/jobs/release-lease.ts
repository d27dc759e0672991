import { deleteLease } from '#db/queries/leases.ts'
import { write } from '#db/write.ts'

/** Gives a lease back before it runs out. Does nothing when `holder` does not hold it. */
export function releaseLease(name: string, holder: string): Promise<void> {
  return write(tx => deleteLease(tx, name, holder))
}
