import 'server-only'
import { findPracticesOf } from '@/lib/care-teams/practices'
import { changesFromFile, saysSomethingNew } from '@/lib/patients/import/file-changes'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import { changesOf, type PatientChanges, type PatientRecord } from '@/lib/patients/patient-fields'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { AdmittedRow, ImportSetting } from './import-batch'
import { readPatients, writePatients } from './patient-records'

/** What a file changed on a record that was there. `movesTo`: the practice to register with, once all else is written. */
export type Update = {
  changes: PatientChanges
  isChanged: boolean
  isDead: boolean
  diedNow: boolean
  movesTo: string | null
}

type Compared = { record: PatientRecord; row: ImportedPatient; practiceCode: string | null }

/**
 * Writes what the rows newly say of people who have a record, with its history.
 *
 * @returns what changed, by patient
 * @throws RuleBroken if somebody else changed one of the records meanwhile
 */
export async function updateFromFile(
  tx: Tx,
  setting: ImportSetting,
  rows: readonly AdmittedRow[],
): Promise<Map<string, Update>> {
  const compared = await compare(tx, setting, rows)
  const histories = await readHistories(
    tx,
    compared.filter(differs).map(({ record }) => record.id),
  )
  const updates = compared.map((one) => ({
    ...one,
    update: updateOf(setting, one, histories.get(one.record.id) ?? []),
  }))
  const changed = updates.filter(({ update }) => update.isChanged)
  const written = await writePatients(
    tx,
    setting.actor,
    changed.map(({ record, update }) => ({
      record: withChanges(record, update.changes),
      changes: update.changes,
    })),
  )
  if (written !== changed.length) {
    throw new RuleBroken(
      'Somebody changed one of these patients at this moment. Nothing was imported: try again',
    )
  }
  return new Map(updates.map(({ record, update }) => [record.id, update]))
}

async function compare(tx: Tx, setting: ImportSetting, rows: readonly AdmittedRow[]): Promise<Compared[]> {
  const ids = rows.flatMap(({ admitted }) => admitted.patientId ?? [])
  if (ids.length === 0) return []
  const records = await readPatients(tx, ids)
  const practices = await findPracticesOf(tx, ids)
  const codes = new Map([...setting.practices.values()].map(({ id, code }) => [id, code]))
  return rows.flatMap(({ person, admitted: { patientId } }) => {
    const record = records.get(patientId ?? '')
    const practiceCode = codes.get(practices.get(patientId ?? '') ?? '') ?? null
    return record ? [{ record, row: person, practiceCode }] : []
  })
}

/** Whether the row could say anything new at all: most do not, and their history need not be read. */
function differs({ record, row, practiceCode }: Compared): boolean {
  const hasOtherPractice = row.practiceCode !== null && row.practiceCode !== practiceCode
  return hasOtherPractice || Object.keys(changesFromFile(record, row, [])).length > 0
}

async function readHistories(tx: Tx, ids: readonly string[]): Promise<Map<string, PatientChanges[]>> {
  const histories = new Map<string, PatientChanges[]>()
  if (ids.length === 0) return histories
  const rows = await tx.patientChange.findMany({
    where: { patientId: { in: [...ids] } },
    orderBy: { version: 'desc' },
    select: { patientId: true, changes: true },
  })
  for (const { patientId, changes } of rows) {
    histories.set(patientId, [...(histories.get(patientId) ?? []), changes as PatientChanges])
  }
  return histories
}

function updateOf(
  { practices }: ImportSetting,
  { record, row, practiceCode }: Compared,
  history: readonly PatientChanges[],
): Update {
  const changes = changesOf(record, changesFromFile(record, row, history))
  const practice = practices.get(row.practiceCode ?? '')
  const said = practice?.code ?? null
  const moves = saysSomethingNew({ said, held: practiceCode, history, field: 'registeredPractice' })
  if (moves) changes.registeredPractice = { from: practiceCode, to: said }
  for (const change of Object.values(changes)) change.source = 'import'
  return {
    changes,
    isChanged: Object.keys(changes).length > 0,
    isDead: record.diedOn !== null,
    diedNow: record.diedOn === null && changes.diedOn !== undefined,
    movesTo: moves ? (practice?.id ?? null) : null,
  }
}

function withChanges(
  record: PatientRecord,
  { registeredPractice: _, ...changes }: PatientChanges,
): PatientRecord {
  const values = Object.entries(changes).map(([field, change]) => [field, change.to])
  return { ...record, ...(Object.fromEntries(values) as Partial<PatientRecord>) }
}
