import { parseNamePart } from '@/lib/nhs/person-name'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { ImportReason } from '@/lib/patients/import/import-reasons'
import type { RowVerdict } from '@/lib/patients/import/judge-rows'
import type { PatientFileRow } from '@/lib/patients/import/parse-patient-file'

/** A judged row, as it waits for somebody to confirm the import. `person` is there for every row that is accepted. */
export type StagedRow = {
  row: number
  verdict: RowVerdict['verdict']
  reasons: ImportReason[]
  /** The accepted row that it repeats or contradicts. */
  earlierRow: number | null
  /** Of a row that is not accepted: the names as the file has them, where they can be shown. */
  names: { givenName: string; familyName: string } | null
  person: ImportedPatient | null
}

/** Puts rows and verdicts, which are in the same order, together. */
export function stagedRows(rows: readonly PatientFileRow[], verdicts: readonly RowVerdict[]): StagedRow[] {
  return verdicts.map((verdict, place) => {
    const isAccepted = verdict.verdict === 'accepted'
    return {
      row: verdict.row,
      verdict: verdict.verdict,
      reasons: isAccepted ? verdict.warnings : [verdict.reason],
      earlierRow: isAccepted ? null : (verdict.earlierRow ?? null),
      names: isAccepted ? null : namesOf(rows[place]?.cells ?? null),
      person: isAccepted ? verdict.patient : null,
    }
  })
}

function namesOf(cells: PatientFileRow['cells']): StagedRow['names'] {
  const familyName = parseNamePart(cells?.familyName ?? '')
  const givenName = parseNamePart(cells?.givenName ?? '')
  if (!familyName.ok && !givenName.ok) return null
  return {
    givenName: givenName.ok ? givenName.value : '',
    familyName: familyName.ok ? familyName.value : '',
  }
}
