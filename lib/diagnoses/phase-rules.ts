import type { FieldError } from '@/lib/platform/form-state'
import type { Treatment, TreatmentPhase, TreatmentTold } from './diagnosis'
import { at } from './rules'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** Why a treatment cannot belong to a phase, at the field. */
export function belongingFaults(
  treatment: Pick<TreatmentTold, 'diagnosisId' | 'startedOn' | 'endedOn'>,
  phase: TreatmentPhase | null,
): FieldError[] {
  return at('phaseId', phase && belongingFault(treatment, phase))
}

function belongingFault(
  { diagnosisId, startedOn, endedOn }: Pick<TreatmentTold, 'diagnosisId' | 'startedOn' | 'endedOn'>,
  phase: TreatmentPhase,
): string | null {
  if (diagnosisId !== phase.diagnosisId) return 'Select a phase of the same diagnosis'
  if (startedOn < phase.startedOn)
    return `The treatment started before this phase, which began on ${formatDateForStaff(phase.startedOn)}`
  if (phase.endedOn && (endedOn ?? '9999-12-31') > phase.endedOn)
    return `This phase ended on ${formatDateForStaff(phase.endedOn)}. Enter an end of treatment on or before that day, or select another phase`
  return null
}

/**
 * Why a phase cannot end on that day, given its treatments: each must have ended, and not after it.
 *
 * @param treatments those standing that belong to the phase
 */
export function endOfPhaseFaults(endedOn: string, treatments: readonly Treatment[]): FieldError[] {
  if (treatments.some((treatment) => treatment.endedOn === null))
    return at(
      'endedOn',
      'A treatment of this phase goes on. Enter when it ended, or take it out of the phase, first',
    )
  const last = treatments
    .map((treatment) => treatment.endedOn ?? '')
    .sort()
    .at(-1)
  return at(
    'endedOn',
    last && last > endedOn
      ? `End of phase must be on or after ${formatDateForStaff(last)}, when its last treatment ended`
      : null,
  )
}
