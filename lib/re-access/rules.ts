import type {
  ContactEventKind,
  ContactOutcome,
  ContactUrgency,
  TeamRole,
} from '@/lib/platform/prisma-client/enums'

/** What was said of a contact, as far as its state rests on it. */
export type SaidOfContact = { kind: ContactEventKind; outcome: ContactOutcome | null }

/**
 * `waiting`: somebody waits for an answer. `appointment`: it was decided that they are seen, and they have not been.
 * `settled`: nothing more is owed. `ended`: nor is it, though nobody decided: care ended, or it was not needed after all.
 */
export type ContactState = 'waiting' | 'appointment' | 'settled' | 'ended'

/** The state of a contact from all that was said of it, in whatever order. */
export function contactStateOf(events: readonly SaidOfContact[]): ContactState {
  if (events.some(({ kind }) => kind === 'seen')) return 'settled'
  if (events.some(({ kind }) => kind === 'ended')) return 'ended'
  const decided = events.find(({ kind }) => kind === 'decided')
  if (!decided) return 'waiting'
  return decided.outcome === 'appointment' ? 'appointment' : 'settled'
}

/** What may still be said in each state. */
const MAY_FOLLOW: Readonly<Record<ContactState, readonly ContactEventKind[]>> = {
  waiting: ['called_back', 'not_reached', 'handed_to', 'escalated', 'decided', 'ended'],
  appointment: ['moved', 'seen', 'handed_to', 'ended'],
  settled: [],
  ended: [],
}

/** Whether something may be said of a contact in this state. */
export function mayFollow(state: ContactState, next: ContactEventKind): boolean {
  return MAY_FOLLOW[state].includes(next)
}

/** Whether something is still owed for it. */
export function isOpen(state: ContactState): boolean {
  return MAY_FOLLOW[state].length > 0
}

/**
 * Whether only a clinician may decide this. Where a red flag was answered yes, or could not be ruled out, a support worker
 * may send the person to A&E, and nothing less. Our own rule, for local clinical approval.
 */
function needsClinician(urgency: ContactUrgency, outcome: ContactOutcome): boolean {
  return urgency !== 'standard' && outcome !== 'sent_to_emergency'
}

/** Why somebody with these roles may not decide so, in words for them; null if they may. */
export function decisionFault(
  roles: readonly TeamRole[],
  urgency: ContactUrgency,
  outcome: ContactOutcome,
): string | null {
  if (roles.includes('clinician') || !needsClinician(urgency, outcome)) return null
  return 'A red flag was answered yes or not asked, so a clinician decides. Ask one now, or send the person to A&E'
}

/** Why somebody with these roles may not say that nothing is needed, in words for them; null if they may. */
export function endFault(roles: readonly TeamRole[], urgency: ContactUrgency): string | null {
  if (roles.includes('clinician') || urgency === 'standard') return null
  return 'A red flag was answered yes or not asked, so a clinician says that nothing is needed'
}

const LATE: Readonly<Record<ContactState, string>> = {
  waiting: 'This is still waiting for an answer',
  appointment: 'This was decided already: an appointment was promised',
  settled: 'This was answered already. Nothing more is owed',
  ended: 'This has ended. Nothing more is owed',
}

/** Why this may not be said of a contact any more, in words for who would; null if it may. */
export function stepFault(state: ContactState, next: ContactEventKind): string | null {
  return mayFollow(state, next) ? null : LATE[state]
}
