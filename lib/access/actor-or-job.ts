import type { Actor } from './actor'
import type { SystemActor } from './as-job'

/** Who does what staff do, and a named job does too of the one person whom a message is about. */
export type ActorOrJob = Actor | SystemActor

/** The member of staff by whom it is recorded; null where a job did it. */
export function staffIdOf(actor: ActorOrJob): string | null {
  return 'job' in actor ? null : actor.staffId
}
