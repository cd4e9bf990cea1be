import 'server-only'
import { actingTeam, type CareContext } from '@/lib/access/care-context'
import type { Standards } from '@/lib/care-teams/standards'
import { today } from '@/lib/platform/clock'
import { obligationsOf, type AssessmentFacts, type Obligations } from '../offer-rules'

/** What is owed once a fact no longer counts. Where nothing at all is left to go by, somebody still has to ask: today. */
export function obligationsLeft(facts: AssessmentFacts, standards: Standards): Obligations {
  const isBlank = facts.offers.length + facts.completedOn.length + facts.triggers.length === 0
  if (isBlank && !facts.hasDied)
    return { offer_assessment: { kind: 'offer_assessment', dueOn: today(), because: 'trigger' } }
  return obligationsOf(facts, standards)
}

/** The team that recorded the fact owes what is open again; the actor's own where that team has the patient no longer. */
export function owingTeam(context: CareContext, recordedFor: string): string {
  const isOwn = context.teams.some(({ teamId, role }) => teamId === recordedFor && role !== 'gp')
  return actingTeam(context, isOwn ? recordedFor : undefined)
}
