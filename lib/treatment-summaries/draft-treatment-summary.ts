import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull, toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { holdRequests } from '@/lib/practice-requests/follow-registration'
import { draftFromRecord } from './draft-from-record'
import { phaseFaults } from './draft-rules'
import { openPrepareTask } from './internal/prepare-task'
import { readRecordFacts } from './internal/record-facts'
import { offeredContent } from './internal/reference-content'
import { requireAlive } from './internal/summary-under-change'
import { phaseName } from './phase-name'
import type { draftTreatmentSummarySchema } from './schema'

type Input = z.infer<typeof draftTreatmentSummarySchema>

/**
 * Begins the summary of a phase of treatment, filled from the record. One that the team has of that diagnosis and end
 * already is the summary.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken once the person has died, or at the end of treatment
 */
export async function draftTreatmentSummary(actor: Actor, input: Input): Promise<{ summaryId: string }> {
  const { patientId, diagnosisId, phaseEndedOn } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment_summary', 'create'])
    await holdRequests(tx, patientId)
    const diagnosis = (await listDiagnoses(tx, patientId)).find(({ id }) => id === diagnosisId)
    if (!diagnosis) throw new NotFound()
    requireAlive(await getLifeDates(tx, patientId))
    const faults = phaseFaults(phaseEndedOn, diagnosis, today())
    if (faults.length > 0) throw new RuleBroken(faults)
    const teamId = actingTeam(context)
    const made = await findMade(tx, { teamId, ...input })
    if (made) return { summaryId: made.id }
    await writeDraft(tx, actor, { teamId, diagnosis, ...input })
    const row = await findMade(tx, { teamId, ...input })
    if (!row) throw new NotFound()
    await openPrepareTask(tx, { patientId, teamId, diagnosisId, phaseEndedOn })
    await recordAccess(tx, { event: 'treatment_summary.drafted', patientId, entityId: row.id })
    return { summaryId: row.id }
  })
}

type Wanted = Input & { teamId: string }

async function findMade(tx: Tx, { teamId, patientId, diagnosisId, phaseEndedOn }: Wanted) {
  return tx.treatmentSummary.findFirst({
    where: { teamId, patientId, diagnosisId, phaseEndedOn: toDatabaseDate(phaseEndedOn) },
    select: { id: true },
  })
}

async function writeDraft(tx: Tx, actor: Actor, wanted: Wanted & { diagnosis: Diagnosis }): Promise<void> {
  const { patientId, teamId, diagnosisId, phaseEndedOn, diagnosis } = wanted
  const facts = await readRecordFacts(tx, { patientId, teamId, diagnosis, phaseEndedOn })
  const offered = offeredContent(diagnosis, facts.treatments)
  const before = await tx.treatmentSummary.findFirst({
    where: { patientId, diagnosisId, phaseEndedOn: { lt: toDatabaseDate(phaseEndedOn) } },
    orderBy: { phaseEndedOn: 'desc' },
    select: { phaseEndedOn: true },
  })
  const after = fromDatabaseDateOrNull(before?.phaseEndedOn ?? null)
  await tx.treatmentSummary.createMany({
    data: {
      id: uuidv7(),
      patientId,
      teamId,
      diagnosisId,
      phase: phaseName(facts.treatments, { endedOn: phaseEndedOn, after }),
      phaseEndedOn: toDatabaseDate(phaseEndedOn),
      content: draftFromRecord(facts, offered),
      createdById: actor.staffId,
      updatedAt: now(),
      updatedById: actor.staffId,
    },
    skipDuplicates: true,
  })
}
