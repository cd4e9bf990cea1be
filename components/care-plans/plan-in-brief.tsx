import { SummaryList } from '@/components/nhs/summary-list'
import type { LivePlan, PlanItem } from '@/lib/care-plans/care-plan'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** What is about to be agreed, concern by concern. */
export function PlanInBrief({ plan }: { plan: LivePlan }) {
  return (
    <SummaryList
      rows={plan.items
        .filter((item) => !item.isLeftOut)
        .map((item) => ({ label: item.concern.label, value: <ItemInBrief item={item} /> }))}
    />
  )
}

function ItemInBrief({ item: { goal, actions } }: { item: PlanItem }) {
  if (!goal && actions.length === 0) return 'Nothing planned for now'
  return (
    <>
      {goal ? <p className="app-preserve-lines">Goal: {goal}</p> : null}
      <ul>
        {actions.map((action) => (
          <li key={action.id}>
            <span className="app-preserve-lines">{action.what}</span> – {action.owner.name}, by{' '}
            {formatDateForStaff(action.dueOn)}
          </li>
        ))}
      </ul>
    </>
  )
}
