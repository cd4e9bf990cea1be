import type { ActorOrJob } from './actor-or-job'

/**
 * Who came by a link and gave the person's date of birth: somebody at a practice without accounts, known by the link
 * alone. Made from the link's session at each request (link-door.ts).
 */
export type LinkActor = {
  linkId: string
  linkSessionId: string
  patientId: string
  /** The one document that the link opens: a version sent to the practice. */
  deliveryId: string
  summaryId: string
  practiceTeamId: string
  /** From then on the link opens no more. */
  linkExpiresAt: Date
  /** Set while a form is being handled: its repeat gets the first result again. */
  submission?: { id: string; action: string }
}

/** Whether it is a link, and not a member of staff or a job, who asks. */
export function isLinkActor(actor: ActorOrJob | LinkActor): actor is LinkActor {
  return 'linkId' in actor
}
