import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { NhsNumber } from '@/lib/nhs/nhs-number'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { DuplicateReason, ImportWarning, RejectionReason } from '@/lib/patients/import/import-reasons'
import type { PatientFileRow } from '@/lib/patients/import/parse-patient-file'
import { readRow, type ImportSettings } from '@/lib/patients/import/read-row'

/** What becomes of a row. `row` counts from 1 at the headings; `earlierRow` is the accepted row it repeats or contradicts. */
export type RowVerdict =
  | { row: number; verdict: 'accepted'; patient: ImportedPatient; warnings: ImportWarning[] }
  | { row: number; verdict: 'rejected'; reason: RejectionReason; earlierRow?: number }
  | { row: number; verdict: 'duplicate'; reason: DuplicateReason; earlierRow: number }

type Accepted = { row: number; bornOn: CalendarDate }

/**
 * Judges the rows of one patient file, given one after another. Each must first stand by itself. One whose NHS number is
 * already on an earlier accepted row is then a duplicate when the date of birth is the same (whatever else differs), and
 * rejected when it is not: one NHS number cannot be two people, and which row is wrong is not for us to say.
 */
export function rowJudge(settings: ImportSettings): (row: PatientFileRow) => RowVerdict {
  const accepted = new Map<NhsNumber, Accepted>()
  return ({ row, cells }) => {
    const found = readRow(cells, settings)
    if (!found.ok) return { row, verdict: 'rejected', reason: found.fault }
    const { patient, warnings } = found.value
    const earlier = accepted.get(patient.nhsNumber)
    if (earlier) return judgeRepeat(row, patient.bornOn, earlier)
    accepted.set(patient.nhsNumber, { row, bornOn: patient.bornOn })
    return { row, verdict: 'accepted', patient, warnings }
  }
}

function judgeRepeat(row: number, bornOn: CalendarDate, earlier: Accepted): RowVerdict {
  return earlier.bornOn === bornOn
    ? { row, verdict: 'duplicate', reason: 'duplicate_in_file', earlierRow: earlier.row }
    : { row, verdict: 'rejected', reason: 'conflicts_with_earlier_row', earlierRow: earlier.row }
}
