import 'server-only'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { holdRequests } from '@/lib/practice-requests/follow-registration'
import { NotAllowed, NotFound, RuleBroken, Stale, type StaleDifference } from '@/lib/platform/errors'
import type { LiveSummary } from '../treatment-summary'
import { findLiveSummary } from './live-summary'

type Wanted = { patientId: string; summaryId: string; version?: number }

/** A summary that this transaction alone may change, with the practice that the person is registered with today. */
export type SummaryUnderChange = LiveSummary & {
  practice: { id: string; name: string } | null
  context: CareContext
}

/**
 * Opens a summary for a change: access, then the locks, then what never may be. Nobody moves the person to another
 * practice, answers for one, or records their death meanwhile.
 *
 * @param wanted `version` as it was shown; left out where the change does not rest on the draft
 * @param differences what to say differs, where somebody was first
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken once the person has died, or the summary's team no longer cares for them
 */
export async function summaryForChange(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
  {
    purpose,
    differences,
  }: {
    purpose: [entity: PatientEntity, verb: Verb]
    differences?: (stored: LiveSummary) => StaleDifference[]
  },
): Promise<SummaryUnderChange> {
  const { patientId, summaryId } = wanted
  const context = await openPatient(tx, actor, patientId, purpose)
  await holdRequests(tx, patientId)
  const isLocked = await lockSummary(tx, actor, wanted)
  const summary = await findLiveSummary(tx, patientId, summaryId)
  if (!summary) throw new NotFound()
  if (!isLocked)
    throw new Stale(
      summary.updatedBy,
      summary.updatedAt,
      differences ? differences(summary) : [],
      summary.version,
    )
  requireAlive(summary.person)
  const teams = await listCaringTeams(tx, patientId)
  if (!teams.some((team) => team.id === summary.team.id))
    throw new RuleBroken(
      `${summary.team.name} no longer cares for this person, so its summary stays as it is. Start a summary of your own team`,
    )
  return { ...summary, context, practice: teams.find((team) => team.kind === 'practice') ?? null }
}

/** Nothing is written, signed or sent about somebody who has died. @throws RuleBroken */
export function requireAlive(person: { diedOn: CalendarDate | null }): void {
  if (person.diedOn)
    throw new RuleBroken(
      'This person has died. Treatment summaries stay as they were: none is written, signed or sent',
    )
}

/** @throws RuleBroken where nothing of it is being written */
export function requireDraft(summary: LiveSummary): void {
  if (!summary.isDraft)
    throw new RuleBroken('This summary is signed and is not being changed. Open it to be amended first')
}

/** Only a clinician of the summary's own team answers for it. @throws NotAllowed */
export function requireClinicianOfTeam(summary: SummaryUnderChange): void {
  const own = summary.context.teams.filter(({ teamId }) => teamId === summary.team.id)
  if (!own.some(({ role }) => role === 'clinician')) throw new NotAllowed('role_may_not', summary.patientId)
}

async function lockSummary(
  tx: Tx,
  actor: Actor,
  { patientId, summaryId, version }: Wanted,
): Promise<boolean> {
  const { count } = await tx.treatmentSummary.updateMany({
    where: { id: summaryId, patientId, version },
    data: { version: { increment: 1 }, updatedAt: now(), updatedById: actor.staffId },
  })
  return count === 1
}
