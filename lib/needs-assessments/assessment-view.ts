import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { changeSince, type ConcernChangeSince } from './concern-changes'
import { byPriority } from './concern-rules'
import type { AssessmentAnswers, FiledConcern } from './needs-assessment'

/** One assessment as filed. */
export type AssessmentView = AssessmentAnswers & {
  id: string
  teamName: string
  recordedBy: string
  recordedAt: Date
  /** The one it started from, with what became of each concern since. */
  since: { id: string; on: CalendarDate; changes: ConcernChangeSince[] } | null
}

const CONCERN = {
  code: true,
  label: true,
  score: true,
  ownWords: true,
  addedBy: true,
  priority: true,
  change: true,
} as const

/** @throws NotFound (also for one recorded in error, or of somebody else), NotAllowed */
export async function getAssessment(
  actor: Actor,
  patientId: string,
  assessmentId: string,
): Promise<AssessmentView> {
  if (!isUuid(assessmentId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['needs_assessment', 'read'])
    const view = await viewOf(tx, patientId, assessmentId)
    await recordAccess(tx, { event: 'needs_assessment.viewed', patientId, entityId: assessmentId })
    return view
  })
}

async function viewOf(tx: Tx, patientId: string, id: string): Promise<AssessmentView> {
  const voided = await listVoidedFacts(tx, patientId, 'needs_assessment')
  const row = await tx.needsAssessment.findFirst({
    where: { id, patientId },
    include: {
      team: { select: { name: true } },
      concerns: { select: CONCERN },
      follows: { select: { id: true, completedOn: true, concerns: { select: CONCERN } } },
    },
  })
  if (!row || voided.has(id)) throw new NotFound()
  const nameOf = await staffNames(tx, [row.recordedById])
  const concerns: FiledConcern[] = row.concerns.sort(byPriority)
  return {
    id,
    completedOn: fromDatabaseDate(row.completedOn),
    mode: row.mode,
    completedBy: row.completedBy,
    proxyName: row.proxyName,
    proxyRelationship: row.proxyRelationship,
    interpreterCode: row.interpreterCode,
    pathwayPoint: row.pathwayPoint,
    staffRoleCode: row.staffRoleCode,
    noConcerns: row.noConcerns,
    concerns,
    teamName: row.team.name,
    recordedBy: nameOf(row.recordedById),
    recordedAt: row.recordedAt,
    since: row.follows && {
      id: row.follows.id,
      on: fromDatabaseDate(row.follows.completedOn),
      changes: changeSince(row.follows.concerns, concerns),
    },
  }
}
