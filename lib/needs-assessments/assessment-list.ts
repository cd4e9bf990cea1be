import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import type { AssessmentMode, AssessmentOfferOutcome, PathwayPoint } from '@/lib/platform/prisma-client/enums'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { listGivenUp, type TaskFact } from '@/lib/tasks/task-history'
import { listConcernScores } from './concern-history'
import { concernsInBrief } from './concern-changes'
import { byPriority } from './concern-rules'
import { listDrafts, type ListedDraft } from './drafts-in-progress'
import type { ConcernHistory } from './score-rules'

export type ListedOffer = {
  id: string
  outcome: AssessmentOfferOutcome
  pathwayPoint: PathwayPoint
  staffRoleCode: string
  on: CalendarDate
  reason: string | null
  recordedBy: string
  recordedAt: Date
  teamName: string
  /** Why it was marked as recorded in error, and by whom. */
  voided: { reason: string; by: string } | null
  /** Whether an assessment came of it. */
  isAssessed: boolean
}

export type ListedAssessment = {
  id: string
  on: CalendarDate
  mode: AssessmentMode
  pathwayPoint: PathwayPoint
  /** `4 concerns, top: fatigue 8` */
  brief: string
  teamName: string
  /** Why it was marked as recorded in error, and by whom. */
  voided: { reason: string; by: string } | null
}

/** Everything about a patient's needs assessments, the latest first. */
type AssessmentList = {
  offers: ListedOffer[]
  assessments: ListedAssessment[]
  /** In progress, of every team in care. */
  drafts: ListedDraft[]
  history: ConcernHistory[]
  /** What was to be offered or recorded, and was closed with a reason instead. */
  givenUp: TaskFact[]
  mayCreate: boolean
  mayVoid: boolean
}

/** @throws NotFound, NotAllowed */
export async function listAssessments(actor: Actor, patientId: string): Promise<AssessmentList> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['needs_assessment', 'read'])
    const may = (verb: 'create' | 'void') => mayUnderCare(context, 'needs_assessment', verb).allowed
    const list = {
      offers: await offersOf(tx, patientId),
      assessments: await assessmentsOf(tx, patientId),
      drafts: await listDrafts(tx, context),
      history: await listConcernScores(tx, patientId),
      givenUp: await listGivenUp(tx, patientId, ['offer_assessment', 'record_assessment']),
      mayCreate: may('create'),
      mayVoid: may('void'),
    }
    await recordAccess(tx, { event: 'needs_assessment.viewed', patientId, detail: { part: 'list' } })
    return list
  })
}

async function offersOf(tx: Tx, patientId: string): Promise<ListedOffer[]> {
  const rows = await tx.assessmentOffer.findMany({
    where: { patientId },
    orderBy: [{ offeredOn: 'desc' }, { recordedAt: 'desc' }],
    include: { team: { select: { name: true } }, assessments: { select: { id: true } } },
  })
  const voided = await listVoidedFacts(tx, patientId, 'assessment_offer')
  const inError = await listVoidedFacts(tx, patientId, 'needs_assessment')
  const nameOf = await staffNames(tx, [
    ...rows.map(({ recordedById }) => recordedById),
    ...[...voided.values()].map(({ recordedById }) => recordedById),
  ])
  return rows.map(({ offeredOn, recordedById, team, assessments, ...row }) => {
    const voiding = voided.get(row.id)
    return {
      ...row,
      on: fromDatabaseDate(offeredOn),
      recordedBy: nameOf(recordedById),
      teamName: team.name,
      voided: voiding ? { reason: voiding.reason, by: nameOf(voiding.recordedById) } : null,
      isAssessed: assessments.some(({ id }) => !inError.has(id)),
    }
  })
}

async function assessmentsOf(tx: Tx, patientId: string): Promise<ListedAssessment[]> {
  const voided = await listVoidedFacts(tx, patientId, 'needs_assessment')
  const rows = await tx.needsAssessment.findMany({
    where: { patientId },
    orderBy: [{ completedOn: 'desc' }, { recordedAt: 'desc' }],
    include: {
      team: { select: { name: true } },
      concerns: { select: { label: true, score: true, priority: true } },
    },
  })
  const nameOf = await staffNames(
    tx,
    [...voided.values()].map(({ recordedById }) => recordedById),
  )
  return rows.map(({ id, mode, pathwayPoint, completedOn, team, concerns }) => {
    const voiding = voided.get(id)
    return {
      id,
      mode,
      pathwayPoint,
      on: fromDatabaseDate(completedOn),
      brief: concernsInBrief(concerns.sort(byPriority)),
      teamName: team.name,
      voided: voiding ? { reason: voiding.reason, by: nameOf(voiding.recordedById) } : null,
    }
  })
}
