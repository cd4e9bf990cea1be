import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import type { ActionChoices } from '@/lib/care-plans/action-queries'
import type { LivePlan, PlanAction } from '@/lib/care-plans/care-plan'
import { HELP_KIND_LABELS } from '@/lib/care-plans/labels'
import { formatNamePlain } from '@/lib/nhs/person-name'

type Props = {
  plan: LivePlan
  choices: ActionChoices
  /** What it is now, where an action is changed. */
  action?: PlanAction
}

/** What is to be done, who does it, by when, and what help there is. */
export function ActionFields({ plan, choices, action }: Props) {
  return (
    <>
      <TextArea name="what" label="What is to be done?" rows={2} value={action?.what} />
      <OwnerField plan={plan} choices={choices} action={action} />
      <DateInput
        name="dueOn"
        label="By when?"
        hint="Today or later, for example 15 3 2027"
        value={action?.dueOn}
      />
      <HelpField choices={choices} action={action} />
    </>
  )
}

function OwnerField({ plan: { person, team, standing }, choices: { members, practice }, action }: Props) {
  const saidNo = standing.isKeptFromPractice || !person.sharesWithPractice
  return (
    <Radios
      name="ownerKind"
      label="Who will do it?"
      value={action?.owner.kind}
      items={[
        {
          value: 'person',
          label: person.preferredName ?? formatNamePlain(person),
          hint: 'They do it themselves, and the team asks how it went',
        },
        {
          value: 'staff',
          label: 'A named member of the team',
          conditional: (
            <Select
              name="ownerStaffId"
              label="Who?"
              value={action?.owner.staffId}
              options={[
                { value: '', label: 'Select' },
                ...members.map(({ staffId, name }) => ({ value: staffId, label: name })),
              ]}
            />
          ),
        },
        { value: 'team', label: team.name },
        { value: 'practice', label: practice ?? 'The GP practice', hint: practiceHint(practice, saidNo) },
      ]}
    />
  )
}

function practiceHint(practice: string | null, saidNo: boolean): string {
  if (!practice) return 'No practice is known for this person'
  return saidNo
    ? 'The person has said no to sharing plans: they would have to agree to share this one'
    : 'It is asked once the plan is agreed and shared'
}

function HelpField({ choices: { help }, action }: Pick<Props, 'choices' | 'action'>) {
  return (
    <Radios
      name="helpChoice"
      label="What help is there?"
      hint="The person reads this in the plan"
      value={action?.help ? 'typed' : 'none'}
      items={[
        { value: 'none', label: 'No help to add' },
        ...help.map((entry) => ({
          value: entry.id,
          label: entry.title,
          hint: `${HELP_KIND_LABELS[entry.kind]}: ${entry.detail}`,
        })),
        {
          value: 'typed',
          label: 'In your own words',
          conditional: <TextArea name="help" label="Help" rows={4} value={action?.help} />,
        },
      ]}
    />
  )
}
