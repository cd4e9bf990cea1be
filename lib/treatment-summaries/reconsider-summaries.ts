import 'server-only'
import { getStandards } from '@/lib/care-teams/standards'
import { listDiagnoses, listTreatmentPhases, listTreatments } from '@/lib/diagnoses/queries'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { holdersOfOwed } from './internal/holders-of-owed'
import { owedSummaries, type OwedSummary } from './owed-summaries'

type Whose = { patientId: string; teamId: string }

/**
 * Makes a change to what treatment summaries are owed after (the end of a treatment or phase, a diagnosis voided, a
 * summary signed), and brings the ledger in line with it. What is owed as before keeps its task; what moves to another
 * day stays with the team and the person that had it.
 *
 * @param whose the patient, and the team that owes what is newly owed
 * @param change writes the facts, in the same transaction
 */
export async function reconsiderSummaries<Result>(
  tx: Tx,
  whose: Whose,
  change: () => Promise<Result>,
): Promise<Result> {
  const before = await readOwed(tx, whose)
  const holderOf = await holdersOfOwed(tx, whose.patientId)
  const result = await change()
  const after = await readOwed(tx, whose)
  const { patientId, teamId } = whose
  for (const { subjectId } of without(before, after))
    await closeTasks(tx, {
      patientId,
      subjectId,
      kinds: ['prepare_treatment_summary'],
      how: 'superseded',
      why: 'What is to be summed up is different now',
    })
  await openTasks(
    tx,
    without(after, before).map((owed) => {
      const moved = before.find(({ subjectId }) => subjectId === owed.subjectId)
      const holder = (moved && holderOf(moved)) ?? { teamId, ownerStaffId: null }
      return { ...owed, ...holder, kind: 'prepare_treatment_summary', patientId }
    }),
  )
  return result
}

function without(some: readonly OwedSummary[], others: readonly OwedSummary[]): OwedSummary[] {
  return some.filter(
    ({ subjectId, dueOn }) => !others.some((other) => other.subjectId === subjectId && other.dueOn === dueOn),
  )
}

/** The summaries that are owed about a patient, by the dates of this team. For who has the patient open. */
export async function readOwed(tx: Tx, { patientId, teamId }: Whose): Promise<OwedSummary[]> {
  const standing = new Set((await listDiagnoses(tx, patientId)).map(({ id }) => id))
  const treatments = await listTreatments(tx, patientId)
  const phases = await listTreatmentPhases(tx, patientId)
  const rows = await tx.treatmentSummary.findMany({
    where: { patientId },
    select: {
      diagnosisId: true,
      phaseEndedOn: true,
      draftedAt: true,
      _count: { select: { versions: true } },
    },
  })
  const { summaryDaysAfterTreatment } = await getStandards(tx, teamId)
  const summaries = rows
    .filter(({ diagnosisId }) => standing.has(diagnosisId))
    .map((row) => ({
      diagnosisId: row.diagnosisId,
      phaseEndedOn: fromDatabaseDate(row.phaseEndedOn),
      isSigned: row._count.versions > 0,
      isDraft: row.draftedAt !== null,
    }))
  return owedSummaries({ treatments, phases }, summaries, summaryDaysAfterTreatment)
}
