import { type Actor, type Permission, systemActor } from '#domain/editorial/accounts/actor.ts'

/** The desk of a test's newsroom, which may do everything. */
export const desk: Actor = systemActor('desk')

type ActorWish = Partial<Pick<Actor, 'userId' | 'name'>> & {
  /** The permissions, or a rule that also looks at the subject; none when not given. */
  may?: readonly Permission[] | Actor['may']
}

/** Somebody with an account: `anActor({ may: ['article.write'] })`. */
export function anActor({ userId = 1, name = 'somebody', may = [] }: ActorWish = {}): Actor {
  return { userId, name, may: typeof may === 'function' ? may : permission => may.includes(permission) }
}
