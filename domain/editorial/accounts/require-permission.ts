import { ExpectedError } from '#errors/expected-error.ts'
import type { Actor, Permission } from './actor.ts'
import type { Subject } from './subject.ts'

/** @throws ExpectedError 'publishing.notAllowed' when the actor may not do this to the subject */
export function requirePermission(actor: Actor, permission: Permission, subject: Subject): void {
  if (actor.may(permission, subject)) return
  throw new ExpectedError('publishing.notAllowed', { actor: actor.name, permission })
}
