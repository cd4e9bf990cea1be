import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { ImportReport } from '@/lib/patients/import/import-report'
import type { WrittenRow } from './import-batch'

/** What the access log says of an import: one entry for the whole, and those of each patient it changed. */
export function importEntries(
  written: readonly WrittenRow[],
  importId: string,
  { created, updated, unchanged }: ImportReport,
): AccessEntry[] {
  const whole: AccessEntry = {
    event: 'patient_import.applied',
    entityId: importId,
    detail: { created, updated, unchanged },
  }
  return [whole, ...written.flatMap((row) => entriesOf(row, importId))]
}

function entriesOf({ patientId, outcome, admitted, update }: WrittenRow, importId: string): AccessEntry[] {
  const entry = (event: AccessEntry['event'], detail: AccessEntry['detail'] = {}): AccessEntry => ({
    event,
    patientId,
    entityId: importId,
    detail: { source: 'import', ...detail },
  })
  if (outcome === 'created') return [entry('patient.registered', { basis: 'import' })]
  const entries: AccessEntry[] = []
  if (admitted.outcome === 'joined') entries.push(entry('care_relationship.began', { basis: 'import' }))
  if (admitted.isDiagnosisNew) entries.push(entry('diagnosis.recorded'))
  const fields = Object.keys(update?.changes ?? {})
  if (fields.length > 0 || admitted.isIdentifierNew) entries.push(entry('patient.changed', { fields }))
  if (update?.movesTo) entries.push(entry('patient.practice_changed'))
  if (update?.diedNow) entries.push(entry('patient.death_recorded'))
  return entries
}
