import 'server-only'
import { getStandards } from '@/lib/care-teams/standards'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { openTasks } from '@/lib/tasks/open-task'
import { listSummaries } from './internal/live-summary'
import { teamThatAnswers } from './internal/team-that-answers'

type Changed = { patientId: string; diagnosisId: string; why: string }

/**
 * A diagnosis is not what a signed summary says: its team owes an amendment, or a reason why none is needed. For who has
 * the patient open, in the transaction that changes or voids the diagnosis.
 */
export async function openAmendmentTasks(tx: Tx, { patientId, diagnosisId, why }: Changed): Promise<void> {
  const signed = (await listSummaries(tx, patientId)).filter(
    (summary) => summary.diagnosisId === diagnosisId && summary.versions.length > 0,
  )
  for (const summary of signed) {
    const teamId = await teamThatAnswers(tx, summary)
    if (!teamId) continue
    const { sharedPlanReadDays } = await getStandards(tx, teamId)
    await openTasks(tx, [
      {
        kind: 'prepare_treatment_summary',
        patientId,
        teamId,
        dueOn: addDays(today(), sharedPlanReadDays),
        subjectId: diagnosisId,
        detail: `Amend what is signed: the diagnosis was ${why}`,
      },
    ])
  }
}
