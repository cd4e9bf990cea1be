import { HiddenInput } from '@/components/nhs/hidden-input'
import { NumberInput } from '@/components/nhs/number-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { PlanItem } from '@/lib/care-plans/care-plan'
import { OUTCOME_LABELS } from '@/lib/care-plans/labels'
import { latestScore } from '@/lib/care-plans/rules'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { ActionOutcome } from '@/lib/platform/prisma-client/enums'
import { ActionState } from './action-line'
import { scoreWords } from './score-words'

/** The fields of one concern in a review: what came of it, the score again, and a note. */
export function ReviewItem({ item, today }: { item: PlanItem; today: CalendarDate }) {
  const field = (name: string) => `items.${item.id}.${name}`
  const last = latestScore(item.scores)
  return (
    <section aria-labelledby={`review-${item.id}`}>
      <h2 id={`review-${item.id}`}>{item.concern.label}</h2>
      <p>
        {scoreWords(item.concern.score)} when the plan was made
        {last ? `, ${scoreWords(last.score)} on ${formatDateForStaff(last.on)}` : null}.
      </p>
      {item.goal ? <p className="app-preserve-lines">Goal: {item.goal}</p> : null}
      {item.actions.length > 0 ? (
        <ul>
          {item.actions.map((action) => (
            <li key={action.id}>
              <span className="app-preserve-lines">{action.what}</span> – {action.owner.name},{' '}
              {action.state === 'open' && action.dueOn >= today ? (
                'to do'
              ) : (
                <ActionState action={action} today={today} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <HiddenInput name={field('label')} value={item.concern.label} />
      <Radios
        name={field('outcome')}
        label="What came of it?"
        inline
        small
        items={Object.values(ActionOutcome).map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
      />
      <NumberInput
        name={field('newScore')}
        label="Score now"
        hint="0, no trouble, to 10, the worst. Leave it empty if they would rather not score it"
        width={2}
      />
      <TextArea name={field('note')} label="Note" rows={2} />
    </section>
  )
}
