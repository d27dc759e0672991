import { deleteLease } from '#db/queries/leases.ts'
import { write } from '#db/write.ts'

/** Lets the next one take the lease at once. Whoever does not hold it changes nothing. */
export function releaseLease(name: string, holder: string): Promise<void> {
  return write(tx => deleteLease(tx, name, holder))
}
