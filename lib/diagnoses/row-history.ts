import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import type { Diagnosis, Treatment, TreatmentPhase } from './diagnosis'
import { diagnosisDifferences, phaseDifferences, treatmentDifferences } from './differences'
import { namesOnRecord } from './internal/names-on-record'
import {
  diagnosisToldInKept,
  phaseToldInKept,
  treatmentToldInKept,
  type KeptRow,
} from './internal/told-in-row'

/** One change of a row: what was before, and what came after. */
export type RowChange = {
  /** Of what was before. */
  version: number
  at: Date
  by: string
  /** Empty where it was marked as recorded in error, or saved as it was. */
  differences: { label: string; before: string; after: string }[]
}

/** What a diagnosis said before each change, the latest first. For who has the patient open. */
export async function historyOfDiagnosis(
  tx: Tx,
  patientId: string,
  diagnosis: Diagnosis,
): Promise<RowChange[]> {
  const kept = await keptOf(tx, patientId, diagnosis.id)
  if (kept.length === 0) return []
  const named = await namesOnRecord(tx, patientId)
  return changesOf(kept, diagnosis, diagnosisToldInKept, (before, after) =>
    diagnosisDifferences(before, after, named),
  )
}

/** What a treatment said before each change, the latest first. For who has the patient open. */
export async function historyOfTreatment(
  tx: Tx,
  patientId: string,
  treatment: Treatment,
): Promise<RowChange[]> {
  const kept = await keptOf(tx, patientId, treatment.id)
  if (kept.length === 0) return []
  const named = await namesOnRecord(tx, patientId)
  return changesOf(kept, treatment, treatmentToldInKept, (before, after) =>
    treatmentDifferences(before, after, named),
  )
}

/** What a phase said before each change, the latest first. For who has the patient open. */
export async function historyOfPhase(tx: Tx, patientId: string, phase: TreatmentPhase): Promise<RowChange[]> {
  return changesOf(await keptOf(tx, patientId, phase.id), phase, phaseToldInKept, phaseDifferences)
}

type Kept = { version: number; content: KeptRow; at: Date; by: string }

async function keptOf(tx: Tx, patientId: string, entityId: string): Promise<Kept[]> {
  const rows = await tx.clinicalRowVersion.findMany({
    where: { patientId, entityId },
    orderBy: { version: 'asc' },
  })
  const nameOf = await staffNames(
    tx,
    rows.map(({ replacedById }) => replacedById),
  )
  return rows.map(({ version, content, replacedAt, replacedById }) => ({
    version,
    content: content as KeptRow,
    at: replacedAt,
    by: nameOf(replacedById),
  }))
}

function changesOf<Told>(
  kept: readonly Kept[],
  current: Told,
  toldIn: (row: KeptRow) => Told,
  differ: (before: Told, after: Told) => { label: string; theirs: string; yours: string }[],
): RowChange[] {
  const told = [...kept.map(({ content }) => toldIn(content)), current]
  return kept
    .map(({ version, at, by }, place) => {
      const [before, after] = [told[place] ?? current, told[place + 1] ?? current]
      const differences = differ(before, after).map(({ label, theirs, yours }) => ({
        label,
        before: theirs,
        after: yours,
      }))
      return { version, at, by, differences }
    })
    .reverse()
}
