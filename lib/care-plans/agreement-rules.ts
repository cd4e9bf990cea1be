import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { addDays, compareDates } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatNamePlain } from '@/lib/nhs/person-name'
import type { FieldError } from '@/lib/platform/form-state'
import type { LivePlan } from './care-plan'
import { hasAnythingPlanned, isFinished, unplannedPriorities } from './rules'

/** A review later than this is no review: the longest that a team may set as its standard. */
const LATEST_REVIEW_DAYS = 730

export type AgreementInput = {
  agreedOn: CalendarDate
  agreedBy: 'person' | 'proxy'
  proxyName: string | null
  proxyRelationship: string | null
  reviewOn: CalendarDate
  share: 'yes' | 'no'
}

type Practice = { id: string; name: string } | null

/** Everything that stands in the way of agreeing this plan in this way, in the order of the form; nothing: none. */
export function agreementFaults(
  plan: LivePlan & { practice: Practice },
  input: AgreementInput,
): FieldError[] {
  return [
    ...planFaults(plan),
    ...dateFaults(plan, input),
    ...proxyFaults(input),
    ...practiceFaults(plan, input),
  ]
}

/** What stands in the way whatever the form says. */
export function planFaults({ items }: Pick<LivePlan, 'items'>): FieldError[] {
  const planned = items
    .filter((item) => !item.isLeftOut)
    .map((item) => ({
      concernLabel: item.concern.label,
      isPriority: item.concern.isPriority,
      goal: item.goal,
      actionCount: item.actions.length,
    }))
  const missing = unplannedPriorities(planned)
  const declined = items.flatMap((item) => item.actions).filter((action) => action.state === 'declined')
  const faults: string[] = []
  if (missing.length > 0)
    faults.push(
      `Each of the person’s priorities needs a goal or an action, or to be left out of the plan. Still without: ${missing.join(', ')}`,
    )
  else if (!hasAnythingPlanned(planned))
    faults.push('Nothing is planned yet. Add a goal or an action to at least one concern')
  if (declined.length > 0)
    faults.push(
      `The practice said no to ${count(declined.length)}. Give ${itOrThem(declined.length)} to someone else, or take ${itOrThem(declined.length)} out, before the plan is agreed`,
    )
  return faults.map((message) => ({ field: '', message }))
}

function dateFaults(plan: LivePlan, { agreedOn, reviewOn }: AgreementInput): FieldError[] {
  const [standing] = plan.versions
  const earliest = [plan.assessment.completedOn, standing?.agreedOn ?? plan.assessment.completedOn]
    .sort(compareDates)
    .at(-1)
  const faults: FieldError[] = []
  if (earliest && agreedOn < earliest)
    faults.push({
      field: 'agreedOn',
      message: `Date of agreement must be on or after ${formatDateForStaff(earliest)}, the date of ${
        earliest === plan.assessment.completedOn ? 'the assessment' : 'the version before'
      }`,
    })
  if (reviewOn <= agreedOn)
    faults.push({ field: 'reviewOn', message: 'Date of review must be after the date of agreement' })
  if (reviewOn > addDays(agreedOn, LATEST_REVIEW_DAYS))
    faults.push({
      field: 'reviewOn',
      message: `Date of review must be within ${LATEST_REVIEW_DAYS} days of the agreement`,
    })
  return faults
}

function proxyFaults({ agreedBy, proxyName, proxyRelationship }: AgreementInput): FieldError[] {
  if (agreedBy === 'person') return []
  const faults: FieldError[] = []
  if (proxyName === null)
    faults.push({ field: 'proxyName', message: 'Enter the name of whoever agreed for the person' })
  if (proxyRelationship === null)
    faults.push({ field: 'proxyRelationship', message: 'Enter how they are related to the person' })
  return faults
}

/** The practice can only be asked for what it is told of, and only the one the person is registered with now. */
function practiceFaults(
  { items, practice }: LivePlan & { practice: Practice },
  { share }: AgreementInput,
): FieldError[] {
  const asked = items
    .flatMap((item) => item.actions)
    .filter((action) => action.owner.kind === 'practice' && action.state === 'open')
  if (asked.length > 0 && share === 'no')
    return [
      {
        field: 'share',
        message: `The practice is asked to do ${count(asked.length)}, which it cannot know of unless the plan is shared. Share the plan, or give ${itOrThem(asked.length)} to someone else`,
      },
    ]
  const elsewhere = asked.filter((action) => action.owner.teamId !== practice?.id)
  if (elsewhere.length === 0) return []
  return [
    {
      field: 'share',
      message: practice
        ? `The person is registered with ${practice.name} now: change who does ${count(elsewhere.length)} that another practice was asked to do`
        : `No practice is known for this person now: change who does ${count(elsewhere.length)} that a practice was asked to do`,
    },
  ]
}

function count(actions: number): string {
  return actions === 1 ? '1 action' : `${actions} actions`
}

function itOrThem(actions: number): string {
  return actions === 1 ? 'it' : 'them'
}

/** With whom it was agreed, in words that stand on the plan. */
export function agreedWithWords(
  person: { givenName: string; familyName: string },
  { agreedBy, proxyName, proxyRelationship }: AgreementInput,
): string {
  const name = formatNamePlain(person)
  return agreedBy === 'person' ? name : `${proxyName} (${proxyRelationship}), for ${name}`
}

/** Whether anything of the plan is still to be done. */
export function countOpenActions(plan: Pick<LivePlan, 'items'>): number {
  return plan.items.flatMap((item) => item.actions).filter((action) => !isFinished(action.state)).length
}
