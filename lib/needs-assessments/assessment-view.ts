import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { mayUnderCare } from '@/lib/access/policy'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { listNextActs, type NextAct } from '@/lib/tasks/team-task'
import { changeSince, type ConcernChangeSince } from './concern-changes'
import { byPriority } from './concern-rules'
import type { AssessmentAnswers, FiledConcern } from './needs-assessment'

/** One assessment as filed. */
export type AssessmentView = AssessmentAnswers & {
  id: string
  teamName: string
  recordedBy: string
  recordedAt: Date
  /** That it was marked as recorded in error: when, by whom and why. */
  voided: { on: CalendarDate; by: string; reason: string } | null
  mayVoid: boolean
  /** Assessments that are to be offered or recorded all the same, soonest first. */
  stillToDo: NextAct[]
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

/** One assessment, also one recorded in error. @throws NotFound (also for one of somebody else), NotAllowed */
export async function getAssessment(
  actor: Actor,
  patientId: string,
  assessmentId: string,
  purpose: 'read' | 'void' = 'read',
): Promise<AssessmentView> {
  if (!isUuid(assessmentId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['needs_assessment', purpose])
    const view = await viewOf(tx, patientId, assessmentId)
    const stillToDo = await listNextActs(tx, patientId, ['offer_assessment', 'record_assessment'])
    await recordAccess(tx, { event: 'needs_assessment.viewed', patientId, entityId: assessmentId })
    return {
      ...view,
      mayVoid: !view.voided && mayUnderCare(context, 'needs_assessment', 'void').allowed,
      stillToDo,
    }
  })
}

type Viewed = Omit<AssessmentView, 'mayVoid' | 'stillToDo'>

async function viewOf(tx: Tx, patientId: string, id: string): Promise<Viewed> {
  const voiding = (await listVoidedFacts(tx, patientId, 'needs_assessment')).get(id)
  const row = await tx.needsAssessment.findFirst({
    where: { id, patientId },
    include: {
      team: { select: { name: true } },
      concerns: { select: CONCERN },
      follows: { select: { id: true, completedOn: true, concerns: { select: CONCERN } } },
    },
  })
  if (!row) throw new NotFound()
  const nameOf = await staffNames(tx, [row.recordedById, voiding?.recordedById ?? null])
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
    voided: voiding
      ? { on: londonDate(voiding.recordedAt), by: nameOf(voiding.recordedById), reason: voiding.reason }
      : null,
    since: row.follows && {
      id: row.follows.id,
      on: fromDatabaseDate(row.follows.completedOn),
      changes: changeSince(row.follows.concerns, concerns),
    },
  }
}
