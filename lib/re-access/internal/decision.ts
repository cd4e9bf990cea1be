import 'server-only'
import type { CareContext } from '@/lib/access/care-context'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import type { ContactOutcome, ContactUrgency, TeamRole } from '@/lib/platform/prisma-client/enums'
import { decisionFault, endFault } from '../rules'
import { SHORTEST_NOTE } from '../schema'
import { requireAppointmentDay } from './appointment-day'
import type { NewContactEvent } from './say'

type Typed = { outcome?: ContactOutcome | null; appointmentOn: string | null; note: string | null }

/**
 * What was decided of a contact, as the form has it.
 *
 * @throws RuleBroken if something is missing, or a clinician has to decide and the actor is none
 */
export function decisionOf(
  { teams }: Pick<CareContext, 'teams'>,
  urgency: ContactUrgency,
  { outcome, appointmentOn, note }: Typed,
): NewContactEvent {
  if (!outcome) throw new RuleBroken([{ field: 'outcome', message: 'Select what was decided' }])
  const roles: TeamRole[] = teams.map(({ role }) => role)
  const fault = decisionFault(roles, urgency, outcome)
  if (fault) throw new RuleBroken([{ field: 'outcome', message: fault }])
  const day = outcome === 'appointment' ? requireAppointmentDay(appointmentOn, today(), false) : null
  return {
    kind: 'decided',
    outcome,
    appointmentOn: day,
    note: requireNote(note, 'Enter what was said or decided'),
  }
}

/** @throws RuleBroken if a clinician has to say that nothing is needed and the actor is none */
export function requireMayEnd(
  { teams }: Pick<CareContext, 'teams'>,
  { urgency }: { urgency: ContactUrgency },
): void {
  const roles = teams.map(({ role }) => role)
  const fault = endFault(roles, urgency)
  if (fault) throw new RuleBroken(fault)
}

/** @throws RuleBroken if the note says nothing */
export function requireNote(note: string | null, message: string): string {
  if (note && note.trim().length >= SHORTEST_NOTE) return note
  throw new RuleBroken([{ field: 'note', message }])
}
