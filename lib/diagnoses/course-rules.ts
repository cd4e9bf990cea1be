import { exactly, isSurelyBefore } from '@/lib/nhs/date-period'
import type { FieldError } from '@/lib/platform/form-state'
import {
  diagnosedIn,
  type Diagnosis,
  type DiagnosisTold,
  type Treatment,
  type TreatmentPhase,
} from './diagnosis'
import { at, onOrAfter } from './rules'

type Told = Pick<DiagnosisTold, 'kind' | 'primaryDiagnosisId' | 'diagnosedOn' | 'diagnosedOnPrecision'>

/**
 * Why a recurrence or progression cannot be of that primary, at the fields.
 *
 * @param id of the diagnosis itself, where it is on the record already
 * @param all the person's diagnoses, those recorded in error too
 */
export function courseFaults(told: Told, id: string | null, all: readonly Diagnosis[]): FieldError[] {
  if (told.kind === 'primary') return []
  const primary = all.find((other) => other.id === told.primaryDiagnosisId)
  return [
    ...at('primaryDiagnosisId', primaryFault(told, id, primary)),
    ...at('diagnosedOn', primary && primary.id !== id ? beforePrimary(told, primary) : null),
  ]
}

function primaryFault(told: Told, id: string | null, primary: Diagnosis | undefined): string | null {
  if (!told.primaryDiagnosisId || !primary) return `Select the diagnosis it is a ${told.kind} of`
  if (primary.id === id) return `Select another diagnosis: this one cannot be a ${told.kind} of itself`
  if (primary.voided) return 'Select a diagnosis that is not recorded in error'
  return primary.kind === 'primary' ? null : 'Select the primary diagnosis, not one that came of it'
}

function beforePrimary(told: Told, primary: Diagnosis): string | null {
  return isSurelyBefore(diagnosedIn(told), diagnosedIn(primary))
    ? `Date of diagnosis must be ${onOrAfter(diagnosedIn(primary))}, when the primary was diagnosed`
    : null
}

/** What stands on the record because of a diagnosis. */
export type StandsOnIt = {
  later: readonly Diagnosis[]
  treatments: readonly Treatment[]
  phases: readonly TreatmentPhase[]
}

/** Why a diagnosis on the record cannot be changed to this, for what stands on it, at the fields. */
export function changeFaults(told: Told, { later, treatments, phases }: StandsOnIt): FieldError[] {
  const diagnosed = diagnosedIn(told)
  const begun = [...treatments, ...phases].map(({ startedOn }) => exactly(startedOn))
  return [
    ...at(
      'kind',
      told.kind !== 'primary' && later.length > 0
        ? 'A recurrence or progression on the record is of this diagnosis, so it must stay a primary'
        : null,
    ),
    ...at(
      'diagnosedOn',
      later.some((other) => isSurelyBefore(diagnosedIn(other), diagnosed))
        ? 'Date of diagnosis must be on or before that of its recurrences and progressions'
        : begun.some((start) => isSurelyBefore(start, diagnosed))
          ? 'Date of diagnosis must be on or before the start of its treatments and phases'
          : null,
    ),
  ]
}
