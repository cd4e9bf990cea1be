import 'server-only'
import type { z } from 'zod'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { changeFaults, courseFaults, type StandsOnIt } from '../course-rules'
import { diagnosedIn, type DiagnosisTold } from '../diagnosis'
import { listDiagnoses, listTreatmentPhases, listTreatments } from '../queries'
import { diagnosisFaults, isRecordedAlready } from '../rules'
import type { recordDiagnosisSchema } from '../schema'
import { stageFaults } from '../stage-rules'

type Input = z.output<typeof recordDiagnosisSchema>

/**
 * @param id of the diagnosis, where it is on the record already
 * @throws NotFound if it, or what it is a recurrence of, is not the patient's, RuleBroken if it cannot be so
 */
export async function requirePossibleDiagnosis(tx: Tx, input: Input, id: string | null): Promise<void> {
  const { patientId, primaryDiagnosisId } = input
  const life = { ...(await getLifeDates(tx, patientId)), today: today() }
  const all = await listDiagnoses(tx, patientId, 'voided')
  if (id && !all.some((one) => one.id === id)) throw new NotFound()
  if (primaryDiagnosisId && !all.some((one) => one.id === primaryDiagnosisId)) throw new NotFound()
  const others = all.filter((one) => !one.voided && one.id !== id)
  const faults = [
    ...diagnosisFaults(diagnosedIn(input), life),
    ...courseFaults(input, id, all),
    ...stageFaults(input),
    ...(id ? changeFaults(input, await standsOn(tx, patientId, id)) : []),
  ]
  if (isRecordedAlready(input, others))
    faults.push({ field: 'icd10Code', message: 'This diagnosis is on the record already' })
  if (faults.length > 0) throw new RuleBroken(faults)
}

/** What stands on the record because of a diagnosis. */
export async function standsOn(tx: Tx, patientId: string, id: string): Promise<StandsOnIt> {
  const diagnoses = await listDiagnoses(tx, patientId)
  const treatments = await listTreatments(tx, patientId)
  const phases = await listTreatmentPhases(tx, patientId)
  return {
    later: diagnoses.filter(({ primaryDiagnosisId }) => primaryDiagnosisId === id),
    treatments: treatments.filter(({ diagnosisId }) => diagnosisId === id),
    phases: phases.filter(({ diagnosisId }) => diagnosisId === id),
  }
}

/** What the form says, as the columns hold it. */
export function diagnosisColumns(told: DiagnosisTold) {
  return {
    kind: told.kind,
    primaryDiagnosisId: told.primaryDiagnosisId,
    icd10Code: told.icd10Code,
    tumourGroup: tumourGroupOf(told.icd10Code),
    laterality: told.laterality,
    diagnosedOn: toDatabaseDate(told.diagnosedOn),
    diagnosedOnPrecision: told.diagnosedOnPrecision,
    basisOfDiagnosis: told.basisOfDiagnosis,
    grade: told.grade,
    tCategory: told.tCategory,
    nCategory: told.nCategory,
    mCategory: told.mCategory,
    tnmEdition: told.tnmEdition,
    stageGroup: told.stageGroup,
    stageInWords: told.stageInWords,
  }
}
