import type { PatientEntity, Verb } from './access-table'

/**
 * How the document of a link stands to the practice. `current`: the person is registered there and no later version is
 * signed. `superseded`: a later version is. `moved`: registered elsewhere, or nobody knows where. `died`: the person has.
 */
export const LINK_STANDINGS = ['current', 'superseded', 'moved', 'died'] as const
export type LinkStanding = (typeof LINK_STANDINGS)[number]

type LinkCells = Partial<Record<PatientEntity, readonly Verb[]>>

const AS_SENT: LinkCells = { sent_treatment_summary: ['read', 'print'] }

/**
 * What a link may, beside the tables of roles: of the one delivery that it opens and the requests of that summary to
 * that practice. Enforced twice and walked like those; what is not said is refused.
 */
export const BY_LINK: Readonly<Record<LinkStanding, LinkCells>> = {
  current: { sent_treatment_summary: ['read', 'update', 'print'], practice_request: ['read', 'update'] },
  superseded: AS_SENT,
  moved: AS_SENT,
  died: AS_SENT,
}
