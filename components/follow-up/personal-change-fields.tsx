import { DateInput } from '@/components/nhs/date-input'
import { NumberInput } from '@/components/nhs/number-input'
import { Radios } from '@/components/nhs/radios'
import type { PersonalChangePage } from '@/lib/follow-up/get-personal-change'
import type { PersonalChangeKind } from '@/lib/follow-up/personal-changes'
import type { CalendarDate } from '@/lib/nhs/calendar-date'

type Props = { page: PersonalChangePage; kind: PersonalChangeKind; today: CalendarDate }

/** What is otherwise for the person, by the kind of change. */
export function PersonalChangeFields({ page, kind, today }: Props) {
  switch (kind) {
    case 'interval':
      return <Interval page={page} today={today} />
    case 'threshold':
      return <Threshold page={page} />
    case 'duration':
      return (
        <NumberInput
          name="years"
          label="How long is the person followed up, from the day that tests are counted from?"
          hint={`The protocol says ${page.years} years`}
          suffix="years"
        />
      )
    case 'anchor':
      return (
        <DateInput
          name="on"
          label="From which day are tests counted?"
          hint={page.protocol.anchor}
          value={page.anchorOn}
        />
      )
  }
}

function Interval({ page: { tests }, today }: { page: PersonalChangePage; today: CalendarDate }) {
  if (tests.length === 0) return <p>This protocol asks for no test.</p>
  return (
    <>
      <Radios
        name="test"
        label="Which test?"
        value={tests.length === 1 ? tests[0]?.code : null}
        items={tests.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <NumberInput name="months" label="Every how many months?" suffix="months" />
      <DateInput
        name="fromOn"
        label="From which day?"
        hint="Tests before it stay as they are. Days go on being counted from the same day as before"
        value={today}
      />
    </>
  )
}

function Threshold({ page: { rules } }: { page: PersonalChangePage }) {
  if (rules.length === 0) return <p>This protocol has no rule with a number.</p>
  return (
    <>
      <Radios
        name="rule"
        label="Which number?"
        value={rules.length === 1 ? rules[0]?.code : null}
        items={rules.map(({ code, name, value, unit }) => ({
          value: code,
          label: name,
          hint: `The protocol says ${value} ${unit}`,
        }))}
      />
      <NumberInput
        name="value"
        label="Looked at by itself from which number?"
        hint={`In ${[...new Set(rules.map(({ unit }) => unit))].join(' or ')}, as the rule is`}
        decimal
        width={10}
      />
    </>
  )
}
