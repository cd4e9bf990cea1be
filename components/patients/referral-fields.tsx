import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import type { ReferralToAnswer } from '@/lib/care-teams/referral'

/** What a team says to a referral: who takes the person on, or why it cannot. */
export function ReferralFields({ referral: { members, mayDecline } }: { referral: ReferralToAnswer }) {
  const accept = {
    value: 'accepted',
    label: 'Yes',
    conditional: (
      <Select
        name="staffId"
        label="Who takes the person on?"
        options={[
          { value: '', label: 'Select a member of the team' },
          ...members.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
      />
    ),
  }
  const decline = {
    value: 'declined',
    label: 'No',
    hint: 'Your team can then open the record no more, and whoever referred the person finds another way',
    conditional: <TextInput name="reason" label="Why not?" hint="Up to 100 characters" />,
  }
  return (
    <Radios
      name="answer"
      label="Does your team take the person on?"
      items={mayDecline ? [accept, decline] : [accept]}
    />
  )
}
