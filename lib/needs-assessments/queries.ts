import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { byPriority } from './concern-rules'
import type { FiledConcern } from './needs-assessment'

/** An assessment as a care plan starts from it. */
export type AssessmentForPlan = {
  id: string
  teamId: string
  completedOn: CalendarDate
  noConcerns: boolean
  /** The person's priorities in their order, then the others, the worst first. */
  concerns: (FiledConcern & { id: string })[]
}

const CONCERN = {
  id: true,
  code: true,
  label: true,
  score: true,
  ownWords: true,
  addedBy: true,
  priority: true,
  change: true,
} as const

/**
 * The assessment that a plan is made from, for the transaction of another command.
 *
 * @param assessmentId without it, the latest
 * @returns null if there is none: none yet, not of this patient, or recorded in error
 */
export async function getAssessmentForPlan(
  tx: Tx,
  patientId: string,
  assessmentId?: string,
): Promise<AssessmentForPlan | null> {
  const voided = await listVoidedFacts(tx, patientId, 'needs_assessment')
  const assessment = await tx.needsAssessment.findFirst({
    where: { patientId, id: { equals: assessmentId, notIn: [...voided.keys()] } },
    orderBy: [{ completedOn: 'desc' }, { recordedAt: 'desc' }],
    select: { id: true, teamId: true, completedOn: true, noConcerns: true, concerns: { select: CONCERN } },
  })
  if (!assessment) return null
  return {
    ...assessment,
    completedOn: fromDatabaseDate(assessment.completedOn),
    concerns: assessment.concerns.sort(byPriority),
  }
}

/** The assessment completed last, or null. */
export async function latestAssessment(tx: Tx, patientId: string): Promise<AssessmentForPlan | null> {
  return getAssessmentForPlan(tx, patientId)
}
