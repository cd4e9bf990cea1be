import { parseNamePart } from '@/lib/nhs/person-name'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { ImportReason } from '@/lib/patients/import/import-reasons'
import type { RowVerdict } from '@/lib/patients/import/judge-rows'
import type { PatientFileRow } from '@/lib/patients/import/parse-patient-file'

/** A judged row, as it waits for somebody to confirm the import. */
export type StagedRow = {
  row: number
  verdict: RowVerdict['verdict']
  reasons: ImportReason[]
  content: StagedContent
}

export type StagedContent = {
  /** The accepted row that it repeats or contradicts. */
  earlierRow: number | null
  /** Of a row that is not accepted: the names as the file has them, where they can be shown. */
  names: { givenName: string; familyName: string } | null
  /** There for every row that is accepted. */
  person: ImportedPatient | null
}

/** A row of a file with its verdict, to be kept. */
export function stagedRow({ cells }: PatientFileRow, verdict: RowVerdict): StagedRow {
  const isAccepted = verdict.verdict === 'accepted'
  return {
    row: verdict.row,
    verdict: verdict.verdict,
    reasons: isAccepted ? verdict.warnings : [verdict.reason],
    content: {
      earlierRow: isAccepted ? null : (verdict.earlierRow ?? null),
      names: isAccepted ? null : namesOf(cells),
      person: isAccepted ? verdict.patient : null,
    },
  }
}

function namesOf(cells: PatientFileRow['cells']): StagedContent['names'] {
  const familyName = parseNamePart(cells?.familyName ?? '')
  const givenName = parseNamePart(cells?.givenName ?? '')
  if (!familyName.ok && !givenName.ok) return null
  return {
    givenName: givenName.ok ? givenName.value : '',
    familyName: familyName.ok ? familyName.value : '',
  }
}
