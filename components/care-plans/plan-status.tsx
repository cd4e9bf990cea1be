import { ButtonGroup, ButtonLink } from '@/components/nhs/button'
import { Tag } from '@/components/nhs/tag'
import type { AgreedVersion, LivePlan, PlanFact } from '@/lib/care-plans/care-plan'
import { PLAN_STATE_LABELS } from '@/lib/care-plans/labels'
import { mayBeReviewed, mayFollow } from '@/lib/care-plans/rules'
import { onTheWay } from '@/lib/care-plans/where-next'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = {
  plan: LivePlan
  /** The list that the page was reached from; empty without one. */
  list: string
  mayChange: boolean
}

/** Where the plan stands, in words, and the next act. */
export function PlanStatus({ plan, list, mayChange }: Props) {
  const { state } = plan.standing
  const { label, colour } = PLAN_STATE_LABELS[state]
  const [standing] = plan.versions
  const last = plan.history.findLast((fact) => fact.kind === state)
  return (
    <>
      <p>
        <Tag colour={colour}>{label}</Tag> {plan.team.name}. Made from the assessment of{' '}
        <a href={routes.needsAssessment(plan.patientId, plan.assessment.id)}>
          {formatDateForStaff(plan.assessment.completedOn)}
        </a>
        .
      </p>
      {last && state !== 'draft' && state !== 'agreed' ? <LastFact fact={last} /> : null}
      {standing ? (
        <Standing version={standing} isChanging={state === 'draft' || state === 'offered'} />
      ) : null}
      <p>{sharingWords(plan, standing)}</p>
      {mayChange ? <NextActs plan={plan} list={list} /> : null}
      <p className="app-screen-only">
        <a href={onTheWay(routes.printCarePlan(plan.patientId), '', { plan: plan.id })}>Print the plan</a>
      </p>
    </>
  )
}

function LastFact({ fact }: { fact: PlanFact }) {
  return (
    <p>
      {PLAN_STATE_LABELS[fact.kind === 'drafted' || fact.kind === 'not_shared' ? 'draft' : fact.kind].label}{' '}
      on {formatDateForStaff(fact.on)}, recorded by {fact.by}
      {fact.reason ? <span className="app-preserve-lines">: {fact.reason}</span> : null}
    </p>
  )
}

function Standing({ version, isChanging }: { version: AgreedVersion; isChanging: boolean }) {
  return (
    <p>
      Version {version.number} agreed with {version.agreedWith} on {formatDateForStaff(version.agreedOn)}.
      Review by {formatDateForStaff(version.reviewOn)}.
      {isChanging ? ' It stands until the next version is agreed: what is below is being prepared.' : null}
    </p>
  )
}

function sharingWords({ standing, person }: LivePlan, version: AgreedVersion | undefined): string {
  if (!version)
    return person.sharesWithPractice
      ? 'Not shared with anybody yet.'
      : 'The person has said that plans are not to go to their practice.'
  if (standing.isKeptFromPractice) return 'Not shared with the practice: the person said no.'
  if (version.shares.length === 0) return 'Not shared yet: no practice is known for this person.'
  const names = version.shares.map((share) => `${share.teamName} (${share.seenAt ? 'seen' : 'not seen yet'})`)
  return `Shared with ${names.join(', ')}.`
}

function NextActs({ plan: { id, patientId, standing }, list }: { plan: LivePlan; list: string }) {
  const way = (address: string) => onTheWay(address, list, { plan: id })
  const mayAgree = mayFollow(standing.state, 'agreed')
  const mayReview = mayBeReviewed(standing)
  return (
    <ButtonGroup>
      {mayAgree ? <ButtonLink href={way(routes.agreeCarePlan(patientId))}>Agree the plan</ButtonLink> : null}
      {mayReview ? (
        <ButtonLink href={way(routes.reviewCarePlan(patientId))} variant={mayAgree ? 'secondary' : undefined}>
          Review the plan
        </ButtonLink>
      ) : null}
      {mayFollow(standing.state, 'offered') ? (
        <a href={way(routes.offerCarePlan(patientId))}>Record that it was offered</a>
      ) : null}
      {mayFollow(standing.state, 'declined') ? (
        <a href={way(routes.declineCarePlan(patientId))}>Record that it was declined or could not be made</a>
      ) : null}
    </ButtonGroup>
  )
}
