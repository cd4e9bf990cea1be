import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import type { ContactPage } from '@/lib/re-access/queries'
import { DecisionFields } from './decision-fields'

/** What happened next of a contact that waits. */
export function AnswerFields({ page: { receivers, clinicians } }: { page: ContactPage }) {
  return (
    <>
      <Radios
        name="step"
        label="What happened?"
        labelSize="s"
        items={[
          {
            value: 'decided',
            label: 'It is decided',
            hint: 'With a red flag, a clinician decides, or the person is sent to A&E',
            conditional: <DecisionFields />,
          },
          { value: 'called_back', label: 'Spoken to, not decided yet' },
          {
            value: 'not_reached',
            label: 'Not reached',
            conditional: <DateInput name="againOn" label="Try again on" labelSize="s" />,
          },
          {
            value: 'escalated',
            label: 'A clinician was asked',
            hint: 'They answer today',
            conditional: (
              <Select name="clinician" label="Which clinician?" options={clinicianOptions(clinicians)} />
            ),
          },
          {
            value: 'handed_to',
            label: 'Hand it to somebody else',
            conditional: (
              <Select
                name="handTo"
                label="To whom?"
                options={[
                  { value: '', label: 'Choose who takes it over' },
                  ...receivers.map(({ value, label }) => ({ value, label })),
                ]}
              />
            ),
          },
          { value: 'ended', label: 'Nothing is needed after all', hint: 'Say why below' },
        ]}
      />
      <TextArea name="note" label="What was said or decided" rows={3} />
    </>
  )
}

function clinicianOptions(clinicians: ContactPage['clinicians']) {
  return [
    { value: '', label: 'Any clinician of the team' },
    ...clinicians.map(({ staffId, name }) => ({ value: staffId, label: name })),
  ]
}
