import type { FirstPage } from '@/lib/cancer-care-reviews/first-page'
import type { ConcernOnFirstPage } from '@/lib/cancer-care-reviews/plan-on-first-page'
import { CONCERN_COURSES } from '@/lib/cancer-care-reviews/recording-labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Plan = NonNullable<FirstPage['plan']>
type Props = { page: Pick<FirstPage, 'plan' | 'isPlanUnreadable'> }

/** The concerns of the shared care plan and how they went, and what else changed in it. */
export function FirstPageConcerns({ page: { plan, isPlanUnreadable } }: Props) {
  return (
    <section>
      <h2 className="text-2xl">Top concerns</h2>
      {plan ? (
        <>
          {plan.concerns.length > 0 ? <Concerns plan={plan} /> : <p>The plan has no concerns.</p>}
          <Changes plan={plan} />
        </>
      ) : (
        <p>
          {isPlanUnreadable
            ? 'The hospital has shared a care plan that cannot be shown here. Ask the team for it.'
            : 'The hospital has shared no care plan with your practice. Ask the person what troubles them most.'}
        </p>
      )}
    </section>
  )
}

function Concerns({ plan }: { plan: Plan }) {
  return (
    <table className="app-list">
      <caption>
        0 is no trouble, 10 the worst. As agreed {formatDateForStaff(plan.agreedOn)}
        {plan.since ? `, compared with ${formatDateForStaff(plan.since)}` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">Concern</th>
          <th scope="col">Score</th>
          {plan.since ? <th scope="col">Since then</th> : null}
          <th scope="col">Goal</th>
        </tr>
      </thead>
      <tbody>
        {plan.concerns.map((concern) => (
          <tr key={concern.label}>
            <th scope="row">
              {concern.label}
              {concern.ownWords ? <small>“{concern.ownWords}”</small> : null}
            </th>
            <td className="app-number" data-label="Score">
              {concern.score ?? 'Not scored'}
            </td>
            {plan.since ? <td data-label="Since then">{courseWords(concern)}</td> : null}
            <td data-label="Goal">{concern.goal ?? 'None set'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function courseWords({ course, before }: ConcernOnFirstPage): string {
  const words = CONCERN_COURSES[course]
  return before === null ? words : `${words}, was ${before}`
}

function Changes({ plan }: { plan: Plan }) {
  const { changes, noLonger, moreConcerns, shareId, number, team, reviewOn } = plan
  return (
    <>
      {noLonger.length > 0 ? <p>No longer in the plan: {noLonger.join(', ')}.</p> : null}
      {changes.length > 0 ? (
        <>
          <h3 className="text-xl">What changed in the plan</h3>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={routes.sharedCarePlan(shareId)}>Care plan, version {number}</a> of {team}
        {moreConcerns > 0 ? `, with ${moreConcerns} more ${moreConcerns === 1 ? 'concern' : 'concerns'}` : ''}
        . Its review is due {formatDateForStaff(reviewOn)}.
      </p>
    </>
  )
}
