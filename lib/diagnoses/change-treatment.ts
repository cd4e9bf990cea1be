import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderAssessments } from '@/lib/needs-assessments/reconsider-assessments'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { reconsiderSummaries } from '@/lib/treatment-summaries/reconsider-summaries'
import { treatmentDifferences } from './differences'
import { clinicianTeam } from './internal/acting-clinician'
import { namesOnRecord } from './internal/names-on-record'
import { requirePossibleTreatment, treatmentColumns } from './internal/possible-treatment'
import { staleFact } from './internal/stale-facts'
import { listTreatments } from './queries'
import type { changeTreatmentSchema } from './schema'

type Input = z.output<typeof changeTreatmentSchema>

/**
 * Changes a treatment; above all, ends it. After its end a holistic needs assessment falls due to be offered, unless one
 * is open already, and a treatment summary falls due, unless a signed one covers it.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody changed it since it was shown
 * @throws RuleBroken at the dates or the diagnosis, or if it is recorded in error
 */
export async function changeTreatment(actor: Actor, input: Input): Promise<null> {
  const { patientId, treatmentId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment', 'update'])
    await requirePossibleTreatment(tx, input)
    const whose = { patientId, teamId: clinicianTeam(context) }
    await reconsiderAssessments(tx, whose, () =>
      reconsiderSummaries(tx, whose, () => writeChange(tx, actor, input)),
    )
    await recordAccess(tx, {
      event: 'treatment.changed',
      patientId,
      entityId: treatmentId,
      detail: { ended: input.endedOn !== null },
    })
    return null
  })
}

async function writeChange(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const { patientId, treatmentId: id, version } = input
  const { count } = await tx.treatment.updateMany({
    where: { id, patientId, version, voidedAt: null },
    data: {
      ...treatmentColumns(input),
      updatedAt: now(),
      updatedById: actor.staffId,
      version: { increment: 1 },
    },
  })
  if (count !== 1) await refuse(tx, input)
}

async function refuse(tx: Tx, input: Input): Promise<never> {
  const { patientId, treatmentId: id } = input
  const row = await tx.treatment.findFirst({ where: { id, patientId } })
  const current = (await listTreatments(tx, patientId, 'voided')).find((treatment) => treatment.id === id)
  if (!row || !current) throw new NotFound()
  if (current.voided) throw new RuleBroken('This treatment was marked as recorded in error meanwhile')
  throw await staleFact(tx, row, {
    by: row.updatedById ?? row.recordedById,
    at: row.updatedAt,
    differences: treatmentDifferences(current, input, await namesOnRecord(tx, patientId)),
  })
}
