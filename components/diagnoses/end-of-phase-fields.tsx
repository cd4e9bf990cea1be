import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { Treatment, TreatmentPhase } from '@/lib/diagnoses/diagnosis'
import { treatmentName } from '@/lib/diagnoses/labels'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; phase: TreatmentPhase; treatments: readonly Treatment[] }

/** Ends a phase; treatments that go on are asked for their ends first. */
export function EndOfPhaseFields({ patientId, phase, treatments }: Props) {
  const open = treatments.filter(({ endedOn }) => endedOn === null)
  return (
    <>
      <h2>End of this phase</h2>
      {open.length > 0 ? (
        <InsetText>
          <p>Before the phase can end, enter when each of these ended, or take it out of the phase:</p>
          <ul>
            {open.map((treatment) => (
              <li key={treatment.id}>
                <a href={routes.treatment(patientId, treatment.id)}>{treatmentName(treatment)}</a>
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="phaseId" value={phase.id} />
      <HiddenInput name="version" value={String(phase.version)} />
      <DateInput
        name="endedOn"
        label="When did the phase end?"
        hint="For example, 15 3 2026"
        value={phase.endedOn}
      />
      <Button>{phase.endedOn ? 'Change the end' : 'End phase'}</Button>
    </>
  )
}
