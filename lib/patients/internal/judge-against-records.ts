import 'server-only'
import type { ImportWarning } from '@/lib/patients/import/import-reasons'
import type { RowVerdict } from '@/lib/patients/import/judge-rows'
import type { Tx } from '@/lib/platform/database'
import { matchPeople, type Match } from './admission'

type Accepted = Extract<RowVerdict, { verdict: 'accepted' }>
type JudgedAgain = {
  verdicts: RowVerdict[]
  /** How many of the accepted have no record yet. */
  newcomers: number
}
type JudgeAgain = (verdicts: readonly RowVerdict[]) => Promise<JudgedAgain>

/**
 * Judges the accepted rows of one file again, given in parts, by the records that are there: one whose NHS number is on
 * the record of somebody born on another day is rejected; a hospital number that is another patient's is left out, with
 * a warning.
 */
export function recordJudge(tx: Tx, teamId: string): JudgeAgain {
  const numbers = new Set<string>()
  return async (verdicts) => {
    const accepted = verdicts.filter((verdict) => verdict.verdict === 'accepted')
    const people = accepted.map(({ patient }) => patient)
    const matches = people.length === 0 ? [] : await matchPeople(tx, teamId, people)
    const found = new Map(accepted.map((verdict, place) => [verdict, matches[place]]))
    return {
      verdicts: verdicts.map((verdict) =>
        verdict.verdict === 'accepted' ? judgeAgain(verdict, found.get(verdict), numbers) : verdict,
      ),
      newcomers: matches.filter(({ standing }) => standing === 'new').length,
    }
  }
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
