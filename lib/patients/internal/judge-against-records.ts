import 'server-only'
import type { ImportWarning } from '@/lib/patients/import/import-reasons'
import type { RowVerdict } from '@/lib/patients/import/judge-rows'
import type { Tx } from '@/lib/platform/database'
import { inBatches } from './batches'
import { matchPeople, type Match } from './admission'

type Accepted = Extract<RowVerdict, { verdict: 'accepted' }>

/**
 * Judges accepted rows again, by the records that are there: one whose NHS number is on the record of somebody born on
 * another day is rejected; a hospital number that is another patient's is left out, with a warning.
 */
export async function judgeAgainstRecords(
  tx: Tx,
  teamId: string,
  verdicts: readonly RowVerdict[],
): Promise<RowVerdict[]> {
  const accepted = verdicts.filter((verdict) => verdict.verdict === 'accepted')
  const matches = new Map<Accepted, Match>()
  for (const batch of inBatches(accepted)) {
    const found = await matchPeople(
      tx,
      teamId,
      batch.map(({ patient }) => patient),
    )
    batch.forEach((verdict, place) => found[place] && matches.set(verdict, found[place]))
  }
  const numbers = new Set<string>()
  return verdicts.map((verdict) =>
    verdict.verdict === 'accepted' ? judgeAgain(verdict, matches.get(verdict), numbers) : verdict,
  )
}

function judgeAgain(verdict: Accepted, match: Match | undefined, numbers: Set<string>): RowVerdict {
  const { row, patient } = verdict
  if (match?.standing === 'conflict') return { row, verdict: 'rejected', reason: 'conflicts_with_record' }
  const warnings: ImportWarning[] = [...verdict.warnings]
  const { hospitalNumber } = patient
  const isTaken =
    hospitalNumber !== null && (match?.isHospitalNumberTaken === true || numbers.has(hospitalNumber))
  if (hospitalNumber !== null) numbers.add(hospitalNumber)
  if (isTaken) warnings.push('hospital_number_taken')
  if (match?.standing === 'ended') warnings.push('care_has_ended')
  return { ...verdict, warnings, patient: isTaken ? { ...patient, hospitalNumber: null } : patient }
}
