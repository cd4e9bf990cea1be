import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { listRescores } from '@/lib/care-plans/rescores'
import { compareDates, type CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { joinScores, type ConcernHistory, type DatedConcernScore } from './score-rules'

/**
 * Every concern the person ever had, with its scores in assessments and after actions, over time.
 *
 * @throws NotFound, NotAllowed
 */
export async function concernHistory(actor: Actor, patientId: string): Promise<ConcernHistory[]> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['needs_assessment', 'read'])
    const history = await listConcernScores(tx, patientId)
    await recordAccess(tx, { event: 'needs_assessment.viewed', patientId, detail: { part: 'scores' } })
    return history
  })
}

/** As `concernHistory`, for the transaction of another query that has opened the patient. */
export async function listConcernScores(tx: Tx, patientId: string): Promise<ConcernHistory[]> {
  const voided = await listVoidedFacts(tx, patientId, 'needs_assessment')
  const assessed = await tx.concern.findMany({
    where: { patientId, assessmentId: { notIn: [...voided.keys()] } },
    select: {
      code: true,
      label: true,
      score: true,
      assessment: { select: { completedOn: true, recordedAt: true } },
    },
  })
  const inAssessments = assessed
    .sort((one, other) => +one.assessment.recordedAt - +other.assessment.recordedAt)
    .map(({ code, label, score, assessment }): DatedConcernScore => {
      return { code, label, score, on: fromDatabaseDate(assessment.completedOn) }
    })
  const rescored = (await listRescores(tx, patientId)).map(
    ({ concernCode, concernLabel, score, on }): DatedConcernScore => {
      return { code: concernCode, label: concernLabel, score, on }
    },
  )
  return joinScores(byDay([...inAssessments, ...rescored]))
}

/** Stable: on one day, an assessment comes before what was scored again after it. */
function byDay<Dated extends { on: CalendarDate }>(scores: Dated[]): Dated[] {
  return scores.sort((one, other) => compareDates(one.on, other.on))
}
