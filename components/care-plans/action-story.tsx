import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import type { ActionFact, PlanAction, PlanItem } from '@/lib/care-plans/care-plan'
import { OUTCOME_LABELS } from '@/lib/care-plans/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import type { ActionEventKind } from '@/lib/platform/prisma-client/enums'
import { ActionState } from './action-line'
import { scoreWords } from './score-words'

type Props = { item: PlanItem; action: PlanAction; today: CalendarDate }

/** What an action is, and what happened to it so far. */
export function ActionStory({ item, action, today }: Props) {
  const rows: SummaryRow[] = [
    { label: 'What', value: <span className="app-preserve-lines">{action.what}</span> },
    {
      label: 'For',
      value: `${item.concern.label}, ${scoreWords(item.concern.score).toLowerCase()} at the start`,
    },
    { label: 'Who', value: action.owner.name },
    {
      label: 'By when',
      value: (
        <>
          {formatDateForStaff(action.dueOn)}, {formatDaysFromToday(action.dueOn, today)}{' '}
          <ActionState action={action} today={today} />
        </>
      ),
    },
    {
      label: 'Help',
      value: action.help ? <span className="app-preserve-lines">{action.help}</span> : 'None added',
    },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      <h2>What happened so far</h2>
      <ol>
        {action.history.map((fact, index) => (
          <li key={`${index} ${fact.kind}`}>
            <FactWords fact={fact} />
          </li>
        ))}
      </ol>
    </>
  )
}

const FACT_WORDS: Readonly<Record<ActionEventKind, string>> = {
  opened: 'Added',
  postponed: 'Moved to another date',
  reassigned: 'Handed on',
  done: 'Done',
  declined: 'Declined by the practice',
  not_needed: 'Not needed',
}

function FactWords({ fact: { kind, on, by, outcome, newScore, note } }: { fact: ActionFact }) {
  return (
    <>
      {FACT_WORDS[kind]} on {formatDateForStaff(on)}, recorded by {by}
      {outcome ? `. ${OUTCOME_LABELS[outcome]}` : null}
      {newScore === null ? null : `. Score then: ${scoreWords(newScore)}`}
      {note ? <span className="app-preserve-lines">. {note}</span> : null}
    </>
  )
}
