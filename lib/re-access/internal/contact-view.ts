import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { AnsweredFlag, ContactFact, ContactView } from '../contact'
import { newestQuestions } from '../questions-in-force'
import { FLAG_ANSWERS } from '../urgency'
import type { ContactRow } from './contact-rows'

/** Contacts as pages show them, with the names of who said what. */
export async function viewContacts(tx: Tx, rows: readonly ContactRow[]): Promise<ContactView[]> {
  const nameOf = await staffNames(
    tx,
    rows.flatMap(({ recordedById, events }) => [
      recordedById,
      ...events.flatMap((event) => [event.recordedById, event.toStaffId]),
    ]),
  )
  return rows.map((row) => {
    const { id, patientId, contactedAt, caller, callerName, channel, reason, words, callBackNumber } = row
    const { urgency, adviceGiven, answerBy, recordedAt, state, facts } = row
    return {
      ...{ id, patientId, contactedAt, caller, callerName, channel, reason, words, callBackNumber },
      ...{ urgency, adviceGiven, answerBy, recordedAt, state },
      version: row.events.length + 1,
      recordedBy: nameOf(row.recordedById),
      isLate: state === 'waiting' && answerBy < now(),
      team: teamNow(row),
      outcome: facts.find(({ kind }) => kind === 'decided')?.outcome ?? null,
      appointmentOn: facts.findLast(({ appointmentOn }) => appointmentOn)?.appointmentOn ?? null,
      flags: flagsOf(row.answers),
      history: row.events.map((event) => factOf(event, nameOf)),
    }
  })
}

function teamNow({ team: asked, events, currentTeamId }: ContactRow): ContactView['team'] {
  const handed = events.map(({ toTeam }) => toTeam).find((team) => team?.id === currentTeamId)
  const { id, name, telephone } = handed ?? asked
  return { id, name, telephone }
}

function factOf(event: ContactRow['events'][number], nameOf: (id: string | null) => string): ContactFact {
  const to = [event.toStaffId && nameOf(event.toStaffId), event.toTeam?.name].filter(Boolean).join(', ')
  return {
    kind: event.kind,
    outcome: event.outcome,
    appointmentOn: fromDatabaseDateOrNull(event.appointmentOn),
    againOn: fromDatabaseDateOrNull(event.againOn),
    to: to || null,
    note: event.note,
    by: nameOf(event.recordedById),
    at: event.recordedAt,
  }
}

/** The stored answers, in the order of the form. A question that is asked no more keeps its code. */
function flagsOf(answers: unknown): AnsweredFlag[] {
  const stored = Object.entries(typeof answers === 'object' && answers !== null ? answers : {})
  const place = (code: string) => newestQuestions.questions.findIndex((question) => question.code === code)
  return stored
    .sort(([one], [other]) => place(one) - place(other))
    .map(([code, said]) => {
      const question = newestQuestions.questions[place(code)]
      return {
        code,
        title: question?.title ?? code,
        answer: FLAG_ANSWERS.find((answer) => answer === said) ?? 'not_asked',
        tellCaller: question?.tellCaller ?? '',
        forStaff: question?.forStaff ?? '',
      }
    })
}
