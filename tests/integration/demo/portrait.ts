import type { Actor } from '@/lib/access/actor'
import { getCarePlanPage } from '@/lib/care-plans/queries'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'

/** What the record of a person says, in one line each; days are counted from today. */
export type Portrait = { offers: string; assessments: string; plan: string }

/** The person as the pages of their team have them. */
export async function portraitOf(actor: Actor, patientId: string): Promise<Portrait> {
  const { offers, assessments, drafts } = await listAssessments(actor, patientId)
  const { plan } = await getCarePlanPage(actor, { patientId })
  const offersInWords = offers.map(
    ({ outcome, on, voided }) => `${outcome} ${days(on)}${voided ? ' voided' : ''}`,
  )
  const draftsInWords = drafts.map(() => 'draft')
  const assessmentsInWords = assessments.map(({ on, mode, brief }) => `${days(on)} ${mode}: ${brief}`)
  return {
    offers: offersInWords.join('; '),
    assessments: [...draftsInWords, ...assessmentsInWords].join('; '),
    plan: plan ? planInWords(plan) : '',
  }
}

type Plan = NonNullable<Awaited<ReturnType<typeof getCarePlanPage>>['plan']>

function planInWords({ standing, versions, items }: Plan): string {
  const shares = versions
    .flatMap((version) => version.shares)
    .map(({ seenAt }) => (seenAt ? 'seen' : 'unseen'))
  const actions = items.flatMap((item) => item.actions).map(({ owner, state }) => `${owner.kind} ${state}`)
  const kept = standing.isKeptFromPractice ? ['kept from the practice'] : []
  return [standing.state, ...kept, ...shares, ...actions.sort()].join(', ')
}

function days(on: CalendarDate): number {
  return daysBetween(today(), on)
}
