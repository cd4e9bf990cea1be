import { Checkboxes } from '@/components/nhs/checkboxes'
import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { DecisionPage } from '@/lib/follow-up/get-decision'
import { NONE } from '@/lib/follow-up/none'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { StreamFields } from './stream-fields'

type Props = { page: DecisionPage; today: CalendarDate }

/** What a clinician decides, in the order in which it is thought about. */
export function DecisionFields({ page, today }: Props) {
  const { prerequisites, criteria } = page
  return (
    <>
      <Checkboxes
        small
        name="prerequisites"
        label="What has been done?"
        hint="The record’s own dates are filled in"
        values={prerequisites.flatMap(({ code, doneOn }) => (doneOn ? [code] : []))}
        items={prerequisites.map(({ code, text, doneOn }) => ({
          value: code,
          label: text,
          hint: doneOn ? `On the record: ${formatDateForStaff(doneOn)}` : undefined,
        }))}
      />
      <TextArea
        name="waivedBecause"
        label="If something of this is not done: why go on without it?"
        hint="Self-management and discharge need all of it"
        rows={2}
      />
      <Checkboxes
        small
        name="criteria"
        label="Which of these hold for the person?"
        items={[
          ...criteria.map(({ code, text }) => ({ value: code, label: text })),
          { divider: 'or' },
          { value: NONE, label: 'None of these' },
        ]}
      />
      <TextArea
        name="wishes"
        label="What does the person want?"
        hint="In their words where you can"
        rows={2}
      />
      <YesNo name="canSelfManage" label="Can and will the person look after themselves between tests?" />
      <YesNo
        name="isDigital"
        label="Does the person use the internet for this?"
        hint="Without it they get letters and calls, and are followed up all the same"
      />
      <StreamFields page={page} />
      <TextArea
        name="standsBecause"
        label="If something above speaks against this choice: why does it stand?"
        rows={2}
      />
      <TextArea name="reasons" label="Reasons for the decision" rows={3} />
      <DateInput name="decidedOn" label="When was this decided?" value={today} />
    </>
  )
}

function YesNo(props: { name: string; label: string; hint?: string }) {
  return (
    <Radios
      {...props}
      small
      inline
      items={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />
  )
}
