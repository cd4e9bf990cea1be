import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import type { AgreementPage } from '@/lib/care-plans/queries'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNamePlain } from '@/lib/nhs/person-name'

type Props = { view: AgreementPage; today: CalendarDate }

/** Who agreed, when, when it is looked at again, and whether the practice gets it. */
export function AgreementFields({ view: { plan, practice, usualReviewOn }, today }: Props) {
  const name = formatNamePlain(plan.person)
  return (
    <>
      <Radios
        name="agreedBy"
        label="Who agreed the plan?"
        items={[
          { value: 'person', label: name },
          {
            value: 'proxy',
            label: `Somebody else, for ${name}`,
            hint: 'Somebody who may decide for the person, or whom the person asked to',
            conditional: (
              <>
                <TextInput name="proxyName" label="Their name" width={20} autoComplete="off" />
                <TextInput
                  name="proxyRelationship"
                  label="How they are related"
                  hint="For example, daughter, or attorney for health and welfare"
                  width={20}
                  autoComplete="off"
                />
              </>
            ),
          },
        ]}
      />
      <DateInput
        name="agreedOn"
        label="When was it agreed?"
        hint="The true date, also when you enter it later"
        value={today}
      />
      <DateInput name="reviewOn" label="When will it be looked at again?" value={usualReviewOn} />
      <Radios
        name="share"
        label="Does the person want their practice to get the plan?"
        hint={practice ?? 'No practice is known: it is shared once the practice is found'}
        value={plan.person.sharesWithPractice ? 'yes' : 'no'}
        items={[
          { value: 'yes', label: 'Yes, share it' },
          {
            value: 'no',
            label: 'No, do not share it',
            conditional: (
              <TextArea
                name="notSharedReason"
                label="Why not, if they wish to say"
                hint="The practice does not see this"
                rows={2}
              />
            ),
          },
        ]}
      />
    </>
  )
}
