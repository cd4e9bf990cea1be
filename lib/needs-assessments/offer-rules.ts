import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { dueAfterOffer, offerDueAfterDiagnosis, offerDueAfterTreatment } from './due-dates'
import type { PathwayPoint } from '@/lib/platform/prisma-client/enums'
import type { StandingOffer } from './needs-assessment'

/** Something after which an assessment is due to be offered. */
export type Trigger = { kind: 'diagnosis' | 'end_of_treatment'; on: CalendarDate }

type AssessmentStandards = Parameters<typeof dueAfterOffer>[1]

/** The facts that decide what is due. Offers and assessments that were voided are left out. */
export type AssessmentFacts = {
  triggers: readonly Trigger[]
  offers: readonly StandingOffer[]
  /** When assessments were completed. */
  completedOn: readonly CalendarDate[]
  /** A person who has died owes and is owed nothing. */
  hasDied: boolean
}

export type Obligation = {
  kind: 'offer_assessment' | 'record_assessment'
  dueOn: CalendarDate
  /** A trigger that nobody has answered, or the offer whose outcome leaves something to do. */
  because: 'trigger' | StandingOffer['id']
}

export type Obligations = Partial<Record<Obligation['kind'], Obligation>>

/**
 * An offer or assessment up to so many days before the date of diagnosis or the end of treatment answers it: clinics
 * offer at the last visit, and the date of diagnosis may be the laboratory's. Ours; no national standard says.
 */
const ANSWERS_AHEAD_DAYS = 14

/** What must be open about assessments, from the facts alone. */
export function obligationsOf(facts: AssessmentFacts, standards: AssessmentStandards): Obligations {
  if (facts.hasDied) return {}
  const owed = [...offersOwed(facts, standards), ...offerLeft(facts, standards)]
  const obligations: Obligations = {}
  for (const one of owed) {
    const other = obligations[one.kind]
    if (!other || one.dueOn < other.dueOn) obligations[one.kind] = one
  }
  return obligations
}

function offersOwed(facts: AssessmentFacts, standards: AssessmentStandards): Obligation[] {
  return unansweredTriggers(facts).map(({ kind, on }) => {
    const due = kind === 'diagnosis' ? offerDueAfterDiagnosis : offerDueAfterTreatment
    return { kind: 'offer_assessment', dueOn: due(on, standards), because: 'trigger' }
  })
}

/** What nobody has followed with an offer or an assessment. */
function unansweredTriggers({ triggers, offers, completedOn }: AssessmentFacts): Trigger[] {
  const answers = [...offers.map(({ offeredOn }) => offeredOn), ...completedOn]
  return triggers.filter(({ on }) => !answers.some((answer) => answer >= addDays(on, -ANSWERS_AHEAD_DAYS)))
}

/** The point of the pathway that an offer made now is most likely for, or null. */
export function likelyPathwayPoint(facts: AssessmentFacts): PathwayPoint | null {
  const trigger = unansweredTriggers(facts).sort((one, other) => (one.on < other.on ? 1 : -1))[0]
  if (trigger) return trigger.kind === 'diagnosis' ? 'initial_diagnosis' : 'end_of_treatment'
  const last = latestOffer(facts.offers)
  return last?.outcome === 'undecided' ? last.pathwayPoint : null
}

/** What the last word on offers leaves to do: ask again, record what was accepted, or nothing. */
function offerLeft(facts: AssessmentFacts, standards: AssessmentStandards): Obligation[] {
  const last = unansweredOffer(facts)
  const kind = { accepted: 'record_assessment', undecided: 'offer_assessment' } as const
  if (last?.outcome !== 'accepted' && last?.outcome !== 'undecided') return []
  return [{ kind: kind[last.outcome], dueOn: dueAfterOffer(last.offeredOn, standards), because: last.id }]
}

/** The accepted offer that waits for its assessment, or null. */
export function offerToRecord(facts: AssessmentFacts): StandingOffer | null {
  const last = facts.hasDied ? undefined : unansweredOffer(facts)
  return last?.outcome === 'accepted' ? last : null
}

/** The last word on offers, if no assessment has followed it. */
function unansweredOffer({ offers, completedOn }: AssessmentFacts): StandingOffer | undefined {
  const last = latestOffer(offers)
  return last?.isAssessed || completedOn.some((on) => last && on >= last.offeredOn) ? undefined : last
}

/** The latest by the day of the offer, then by when it was recorded. */
function latestOffer(offers: readonly StandingOffer[]): StandingOffer | undefined {
  return [...offers].sort(byDay).at(-1)
}

function byDay(one: StandingOffer, other: StandingOffer): number {
  if (one.offeredOn !== other.offeredOn) return one.offeredOn < other.offeredOn ? -1 : 1
  return one.recordedAt.getTime() - other.recordedAt.getTime()
}

/** The offer that an assessment completed on this day came of: the latest that was not refused and not used yet. */
export function offerBehind(
  offers: readonly StandingOffer[],
  completedOn: CalendarDate,
): StandingOffer | undefined {
  const open = offers.filter(
    ({ outcome, isAssessed, offeredOn }) =>
      !isAssessed && offeredOn <= completedOn && (outcome === 'accepted' || outcome === 'undecided'),
  )
  return latestOffer(open)
}

export type LedgerChange = { close: Obligation['kind'][]; open: Obligation[] }

/**
 * How the ledger follows from what was owed before a fact and what is owed after it. An obligation that is the same
 * keeps its task, with its owner and whatever date it was moved to.
 *
 * @param met what the fact meets even where no rule asked for it, such as an offer that somebody was reminded to make
 */
export function ledgerChange(
  before: Obligations,
  after: Obligations,
  met: readonly Obligation['kind'][] = [],
): LedgerChange {
  const changed = KINDS.filter((kind) => !isSame(before[kind], after[kind]))
  return {
    close: changed.filter((kind) => before[kind] || met.includes(kind)),
    open: changed.flatMap((kind) => after[kind] ?? []),
  }
}

const KINDS = ['offer_assessment', 'record_assessment'] as const

function isSame(one: Obligation | undefined, other: Obligation | undefined): boolean {
  return one !== undefined && one.because === other?.because && one.dueOn === other.dueOn
}
