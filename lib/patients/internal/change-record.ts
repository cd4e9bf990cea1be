import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { staffNames } from '@/lib/accounts/staff-names'
import { fieldWords, PATIENT_FIELD_LABELS } from '@/lib/patients/labels'
import {
  changesOf,
  type PatientChanges,
  type PatientField,
  type PatientFields,
  type PatientRecord,
} from '@/lib/patients/patient-fields'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale, type StaleDifference } from '@/lib/platform/errors'
import { readPatients, writePatients } from './patient-records'

type Change = {
  patientId: string
  /** The version that the person saw. */
  version: number
  fields: Partial<PatientFields>
  /** A change of practice, which is no column of the record but has a place in its history. */
  alongside?: PatientChanges
}

/**
 * Changes a record and writes its history. What is the same already is not written again.
 *
 * @returns what changed; empty when nothing did
 * @throws NotFound
 * @throws Stale if the record changed since the version that was seen, with what of it both changed
 */
export async function changeRecord(tx: Tx, actor: Actor, change: Change): Promise<PatientChanges> {
  const record = await getRecord(tx, change.patientId)
  if (record.version !== change.version) throw await staleRecord(tx, record, change)
  const changes = { ...changesOf(record, change.fields), ...change.alongside }
  if (Object.keys(changes).length === 0) return changes
  const written = await writePatients(tx, actor, [{ record: { ...record, ...change.fields }, changes }])
  if (written !== 1) throw await staleRecord(tx, await getRecord(tx, change.patientId), change)
  return changes
}

/** @throws NotFound if the actor of the transaction may not see the record */
export async function getRecord(tx: Tx, patientId: string): Promise<PatientRecord> {
  const record = (await readPatients(tx, [patientId])).get(patientId)
  if (!record) throw new NotFound()
  return record
}

async function staleRecord(tx: Tx, record: PatientRecord, { version, fields }: Change): Promise<Stale> {
  const later = await tx.patientChange.findMany({
    where: { patientId: record.id, version: { gt: version } },
    orderBy: { version: 'desc' },
  })
  const [last] = later
  const touched = later.flatMap(({ changes }) => Object.keys(changes ?? {}))
  const differences = differencesOf(record, fields).filter(({ field }) => touched.includes(field))
  const name = await staffNames(tx, [last?.recordedById ?? null])
  const changedAt = last?.recordedAt ?? (await lastChanged(tx, record.id))
  return new Stale(name(last?.recordedById ?? null), changedAt, differences, record.version)
}

async function lastChanged(tx: Tx, patientId: string): Promise<Date> {
  const { updatedAt } = await tx.patient.findUniqueOrThrow({
    where: { id: patientId },
    select: { updatedAt: true },
  })
  return updatedAt
}

function differencesOf(
  record: PatientRecord,
  fields: Partial<PatientFields>,
): (StaleDifference & { field: string })[] {
  const changed = Object.keys(changesOf(record, fields)) as PatientField[]
  return changed.map((field) => ({
    field,
    label: PATIENT_FIELD_LABELS[field],
    theirs: fieldWords(field, record[field]),
    yours: fieldWords(field, fields[field] ?? null),
  }))
}
