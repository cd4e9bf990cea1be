import 'server-only'
import { followUpDecisionDays } from '@/lib/care-teams/standards'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { cancerName } from '@/lib/nhs/cancer-name'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { openTasks } from '@/lib/tasks/open-task'

type Treated = {
  patientId: string
  diagnosisId: string
  /** Whose summary was signed: it owes the decision. */
  teamId: string
  phaseEndedOn: CalendarDate
}

/**
 * When a phase of treatment has been summed up, a decision about follow-up is owed: unless the person is on a pathway for
 * this diagnosis, or it was decided after the phase ended. Until then writing the summary is owed, so nobody is lost between.
 */
export async function oweDecision(
  tx: Tx,
  { patientId, diagnosisId, teamId, phaseEndedOn }: Treated,
): Promise<void> {
  const decided = await tx.stratificationDecision.findFirst({
    where: {
      patientId,
      diagnosisId,
      OR: [{ decidedOn: { gte: toDatabaseDate(phaseEndedOn) } }, { pathway: { endedOn: null } }],
    },
  })
  if (decided) return
  const dueOn = addDays(today(), await followUpDecisionDays(tx, teamId))
  const diagnosis = (await listDiagnoses(tx, patientId)).find(({ id }) => id === diagnosisId)
  const detail = diagnosis ? cancerName(diagnosis.icd10Code) : null
  await openTasks(tx, [
    { kind: 'decide_follow_up', patientId, teamId, dueOn, subjectId: diagnosisId, detail },
  ])
}
