import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { reconsiderAssessments } from '@/lib/needs-assessments/reconsider-assessments'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { openAmendmentTasks } from '@/lib/treatment-summaries/open-amendment-tasks'
import type { DiagnosisTold } from './diagnosis'
import { diagnosisDifferences } from './differences'
import { clinicianTeam } from './internal/acting-clinician'
import { namesOnRecord } from './internal/names-on-record'
import { diagnosisColumns, requirePossibleDiagnosis } from './internal/possible-diagnosis'
import { staleFact } from './internal/stale-facts'
import { listDiagnoses } from './queries'
import type { changeDiagnosisSchema } from './schema'

type Input = z.output<typeof changeDiagnosisSchema>

/**
 * Changes a diagnosis, above all by what was learnt of its stage since. What it said before stays in its history, and
 * where the day changes, so does what is due after it. Where it is another cancer or side, the team of a signed summary
 * owes an amendment.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody changed it since it was shown
 * @throws RuleBroken at the fields, for what stands on it too, or if it is recorded in error
 */
export async function changeDiagnosis(actor: Actor, input: Input): Promise<null> {
  const { patientId, diagnosisId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', 'update'])
    await requirePossibleDiagnosis(tx, input, diagnosisId)
    const whose = { patientId, teamId: clinicianTeam(context) }
    const before = (await listDiagnoses(tx, patientId)).find(({ id }) => id === diagnosisId)
    await reconsiderAssessments(tx, whose, () => writeChange(tx, actor, input))
    await reconsiderReviews(tx, [patientId])
    if (before && isAnother(before, input))
      await openAmendmentTasks(tx, { ...whose, diagnosisId, why: 'changed since' })
    await recordAccess(tx, { event: 'diagnosis.changed', patientId, entityId: diagnosisId })
    return null
  })
}

/** What a signed summary says of it would mislead: what was learnt of the stage since would not. */
function isAnother(before: Pick<DiagnosisTold, 'icd10Code' | 'laterality'>, now: typeof before): boolean {
  return before.icd10Code !== now.icd10Code || before.laterality !== now.laterality
}

async function writeChange(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const { patientId, diagnosisId: id, version } = input
  const { count } = await tx.diagnosis.updateMany({
    where: { id, patientId, version, voidedAt: null },
    data: {
      ...diagnosisColumns(input),
      updatedAt: now(),
      updatedById: actor.staffId,
      version: { increment: 1 },
    },
  })
  if (count !== 1) await refuse(tx, input)
}

async function refuse(tx: Tx, input: Input): Promise<never> {
  const { patientId, diagnosisId: id } = input
  const row = await tx.diagnosis.findFirst({ where: { id, patientId } })
  const current = (await listDiagnoses(tx, patientId, 'voided')).find((diagnosis) => diagnosis.id === id)
  if (!row || !current) throw new NotFound()
  if (current.voided) throw new RuleBroken('This diagnosis was marked as recorded in error meanwhile')
  throw await staleFact(tx, row, {
    by: row.updatedById ?? row.recordedById,
    at: row.updatedAt,
    differences: diagnosisDifferences(current, input, await namesOnRecord(tx, patientId)),
  })
}
