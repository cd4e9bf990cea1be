import 'server-only'
import { getStandards } from '@/lib/care-teams/standards'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { openTasks } from '@/lib/tasks/open-task'

type Summary = {
  patientId: string
  teamId: string
  diagnosisId: string
  phaseEndedOn: CalendarDate
  /** What is written again is due from today. */
  from?: CalendarDate
}

/** A summary that is being written is owed until it is signed, whatever began it. */
export async function openPrepareTask(tx: Tx, summary: Summary): Promise<void> {
  const { patientId, teamId, diagnosisId, phaseEndedOn, from } = summary
  const { summaryDaysAfterTreatment, sharedPlanReadDays } = await getStandards(tx, teamId)
  const dueOn = from ? addDays(from, sharedPlanReadDays) : addDays(phaseEndedOn, summaryDaysAfterTreatment)
  await openTasks(tx, [
    { kind: 'prepare_treatment_summary', patientId, teamId, dueOn, subjectId: diagnosisId },
  ])
}
