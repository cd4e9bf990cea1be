import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderAssessments } from '@/lib/needs-assessments/reconsider-assessments'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { clinicianTeam } from './internal/acting-clinician'
import { listDiagnoses } from './queries'
import { diagnosisFaults, isRecordedAlready } from './rules'
import type { recordDiagnosisSchema } from './schema'

type Input = z.output<typeof recordDiagnosisSchema>

/**
 * Records a diagnosis. A holistic needs assessment falls due to be offered after it, unless one is open already.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken at the date, or at the code of a diagnosis that stands already
 */
export async function recordDiagnosis(actor: Actor, input: Input): Promise<{ diagnosisId: string }> {
  const { patientId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', 'create'])
    await requirePossible(tx, input)
    const id = uuidv7()
    const teamId = clinicianTeam(context)
    await reconsiderAssessments(tx, { patientId, teamId }, () =>
      tx.diagnosis.createMany({
        data: {
          ...input,
          id,
          teamId,
          tumourGroup: tumourGroupOf(input.icd10Code),
          diagnosedOn: toDatabaseDate(input.diagnosedOn),
          recordedAt: now(),
          recordedById: actor.staffId,
        },
      }),
    )
    await recordAccess(tx, { event: 'diagnosis.recorded', patientId, entityId: id })
    return { diagnosisId: id }
  })
}

async function requirePossible(tx: Tx, input: Input): Promise<void> {
  const life = { ...(await getLifeDates(tx, input.patientId)), today: today() }
  const faults = diagnosisFaults(input.diagnosedOn, life)
  const standing = await listDiagnoses(tx, input.patientId)
  if (isRecordedAlready(input, standing))
    faults.push({ field: 'icd10Code', message: 'This diagnosis is on the record already' })
  if (faults.length > 0) throw new RuleBroken(faults)
}
