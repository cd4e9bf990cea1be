import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ContactEventKind, TaskKind } from '@/lib/platform/prisma-client/enums'
import { contactStateOf, type SaidOfContact } from './rules'

/** The obligations that a contact can leave. */
export const CONTACT_TASKS = [
  'answer_contact',
  'escalate_contact',
  'see_after_contact',
] as const satisfies readonly TaskKind[]
export type ContactTask = (typeof CONTACT_TASKS)[number]

/** What was said of a contact, with what its obligations rest on. Oldest first. */
export type ContactEventFacts = SaidOfContact & {
  recordedOn: CalendarDate
  againOn: CalendarDate | null
  appointmentOn: CalendarDate | null
  toTeamId: string | null
  /** Handed to: somebody of the team that has it; null, another team. */
  toStaffId: string | null
}

/** `noticedOn`: the working day on which a clinician looks why there is no answer. */
export type ContactDates = { answerOn: CalendarDate; noticedOn: CalendarDate }

export type OwedForContact = { kind: ContactTask; dueOn: CalendarDate; ownerStaffId: string | null }

/**
 * What is owed for a contact, by the team that has it now. While somebody waits, a clinician owes a look the working day
 * after the promise, until one of the team was asked: silence comes up by itself. A next try moves the answer; the promise
 * stays.
 */
export function owedForContact(
  events: readonly ContactEventFacts[],
  { answerOn, noticedOn }: ContactDates,
): OwedForContact[] {
  const state = contactStateOf(events)
  const ownerStaffId = ownerOf(events)
  if (state === 'waiting') {
    const answer: OwedForContact = {
      kind: 'answer_contact',
      dueOn: answerDueOn(events) ?? answerOn,
      ownerStaffId,
    }
    return isEscalated(events)
      ? [answer]
      : [answer, { kind: 'escalate_contact', dueOn: noticedOn, ownerStaffId: null }]
  }
  const appointment = events.findLast(({ appointmentOn }) => appointmentOn !== null)?.appointmentOn
  return state === 'appointment' && appointment
    ? [{ kind: 'see_after_contact', dueOn: appointment, ownerStaffId }]
    : []
}

/** Another team has clinicians of its own, who have not been asked: what was asked before it took over counts no more. */
function isEscalated(events: readonly ContactEventFacts[]): boolean {
  const isToAnotherTeam = ({ kind, toStaffId }: ContactEventFacts) =>
    kind === 'handed_to' && toStaffId === null
  return events.slice(events.findLastIndex(isToAnotherTeam) + 1).some(({ kind }) => kind === 'escalated')
}

/** A next try on its day; a clinician who was asked answers that day. */
function answerDueOn(events: readonly ContactEventFacts[]): CalendarDate | null {
  const last = events.findLast(({ kind }) => kind === 'not_reached' || kind === 'escalated')
  if (!last) return null
  return last.kind === 'not_reached' ? last.againOn : last.recordedOn
}

/** The last person it was handed to, if it was one. */
function ownerOf(events: readonly ContactEventFacts[]): string | null {
  return events.findLast(({ kind }) => kind === 'handed_to' || kind === 'escalated')?.toStaffId ?? null
}

/** The team that has the contact now: the last that it was handed to, or the one that was asked. */
export function teamOf(askedTeamId: string, events: readonly ContactEventFacts[]): string {
  return events.findLast(({ toTeamId }) => toTeamId !== null)?.toTeamId ?? askedTeamId
}

/** What a step closes before what is owed now is opened; what it leaves open stays as it is. */
export const CLOSED_BY: Readonly<
  Record<ContactEventKind, readonly { kinds: readonly ContactTask[]; how: 'met' | 'superseded' }[]>
> = {
  called_back: [],
  not_reached: [{ kinds: ['answer_contact'], how: 'superseded' }],
  handed_to: [{ kinds: CONTACT_TASKS, how: 'superseded' }],
  escalated: [
    { kinds: ['answer_contact'], how: 'superseded' },
    { kinds: ['escalate_contact'], how: 'met' },
  ],
  decided: [{ kinds: ['answer_contact', 'escalate_contact'], how: 'met' }],
  moved: [{ kinds: ['see_after_contact'], how: 'superseded' }],
  seen: [{ kinds: ['see_after_contact'], how: 'met' }],
  ended: [{ kinds: CONTACT_TASKS, how: 'superseded' }],
}
