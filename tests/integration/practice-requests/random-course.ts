import { expect } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { askPractice } from '@/lib/practice-requests/ask-practice'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import { withdrawRequests } from '@/lib/practice-requests/withdraw-requests'
import { signedSummary, wantedRequest } from '@/tests/factories/practice-requests'
import { answerTo, type RequestSetting } from './setting'

export const CODES = ['a', 'b'] as const
export const DEEDS = [
  'ask',
  'accepted',
  'done',
  'declined',
  'withdraw',
  'amend away',
  'settle',
  'to the practice',
  'to the other practice',
  'to no practice',
  'die',
  'come back',
] as const

export type Deed = { what: (typeof DEEDS)[number]; code: (typeof CODES)[number] }

/** What can be thrown at somebody who comes too late; anything else is a fault. */
const TOO_LATE = [NotFound, RuleBroken, Stale]

/** A person with a signed summary, and whatever may happen to what it asks. */
export async function beginCourse(setting: RequestSetting) {
  const { clinician, breast, practice, otherPractice, gp, otherGp } = setting
  const patientId = await setting.patient()
  const { summaryId } = await signedSummary(clinician, patientId, breast)
  const given: string[] = []
  let notes = 0

  const current = async (code: string) => {
    const all = await asActor(clinician, (tx) => listRequestsOfSummary(tx, summaryId))
    const found = all.find((request) => request.code === code)
    if (!found) throw new NotFound()
    return found
  }
  const registeredAt = async () => (await getPracticeChoice(clinician, patientId)).current?.id ?? null
  const answer = async (code: string, kind: 'accepted' | 'done' | 'declined') => {
    const request = await current(code)
    const note = kind === 'accepted' ? null : `Said ${++notes}`
    const by = request.practice.id === practice ? gp : otherGp
    await answerPracticeRequest(by, answerTo(request, { answer: kind, note, reason: note }))
    given.push(`${request.id} ${kind} ${note ?? ''}`)
  }
  const version = async () => {
    const { rows } = await setting.database.superuser.query('select version from patient where id = $1', [
      patientId,
    ])
    return rows[0].version as number
  }
  const move = async (practiceId: string) => {
    const choice = await getPracticeChoice(clinician, patientId)
    await changeRegisteredPractice(clinician, { patientId, version: choice.version, practiceId })
  }
  const ask = async (code: string) => {
    const place = { patientId, summaryId, teamId: breast, practiceTeamId: (await registeredAt()) ?? practice }
    const requests = [wantedRequest({ code })]
    await asActor(clinician, (tx) => askPractice(tx, clinician, { ...place, requests }))
  }
  const amendAway = async (code: string) => {
    const asked = { summaryId, codes: [code], reason: 'The summary was amended' }
    await asActor(clinician, (tx) => withdrawRequests(tx, clinician, asked))
  }
  const deeds: Record<Deed['what'], (code: string) => Promise<unknown>> = {
    ask,
    accepted: (code) => answer(code, 'accepted'),
    done: (code) => answer(code, 'done'),
    declined: (code) => answer(code, 'declined'),
    withdraw: async (code) => setting.withdraw(await current(code)),
    'amend away': amendAway,
    settle: async (code) => setting.settle(await current(code)),
    'to the practice': () => move(practice),
    'to the other practice': () => move(otherPractice),
    'to no practice': () => move(''),
    die: async () =>
      recordDeath(clinician, { patientId, version: await version(), diedOn: today(), isChecked: true }),
    'come back': async () =>
      correctDeath(clinician, { patientId, version: await version(), reason: 'Mistaken' }),
  }
  return {
    /** Answers that somebody was told were taken. */
    given,
    patientId,
    summaryId,
    /** Does several things at once; who comes too late is told so. */
    async happen(all: readonly Deed[]): Promise<void> {
      const results = await Promise.allSettled(all.map(({ what, code }) => deeds[what](code)))
      for (const result of results)
        if (result.status === 'rejected' && !TOO_LATE.some((kind) => result.reason instanceof kind))
          throw result.reason
    },
  }
}

export type Course = Awaited<ReturnType<typeof beginCourse>>

type Kept = { id: string; code: string; practice: string; said: string[]; notes: string[]; owed: string[] }

/** What must hold whatever happened, told apart from the rules: straight from what is stored. */
export async function expectNothingLost(setting: RequestSetting, course: Course): Promise<void> {
  const { rows } = await setting.database.superuser.query<Kept>(
    `select request.id, code, practice_team_id as practice,
       (select array_agg(kind::text) from practice_request_event where request_id = request.id) as said,
       (select array_agg(format('%s %s %s', request_id, kind, note)) from practice_request_event where request_id = request.id) as notes,
       array(select format('%s %s', kind, team_id) from task where subject_id = request.id and closed_at is null order by kind::text) as owed
     from practice_request as request where summary_id = $1 order by id`,
    [course.summaryId],
  )
  const owedBy = (team: string, ...kinds: string[]) => kinds.map((kind) => `${kind} ${team}`)
  for (const { said, owed, practice } of rows) {
    const ends = said.filter((kind) => ['done', 'withdrawn', 'ended'].includes(kind))
    expect(ends.length).toBeLessThanOrEqual(1)
    if (ends.length > 0) expect(owed).toEqual([])
    else if (said.includes('declined'))
      expect(owed).toEqual(owedBy(setting.breast, 'settle_declined_request'))
    else if (said.includes('accepted')) expect(owed).toEqual(owedBy(practice, 'complete_summary_request'))
    else
      expect(owed).toEqual([
        ...owedBy(practice, 'answer_summary_request'),
        ...owedBy(setting.breast, 'await_practice_answer'),
      ])
  }
  for (const code of CODES) {
    const open = rows.filter((row) => row.code === code && row.owed.length > 0)
    expect(open.length).toBeLessThanOrEqual(1)
    if (open[0]) expect(open[0].id).toBe(rows.findLast((row) => row.code === code)?.id)
  }
  const kept = rows.flatMap(({ notes }) => notes)
  expect(course.given.filter((answer) => !kept.includes(answer))).toEqual([])
  await expectNoneForTheDead(setting, course)
}

async function expectNoneForTheDead(setting: RequestSetting, { patientId }: Course): Promise<void> {
  const { rows } = await setting.database.superuser.query(
    `select kind from task join patient on patient.id = task.patient_id
     where patient.id = $1 and died_on is not null and closed_at is null
       and kind in ('answer_summary_request', 'complete_summary_request', 'await_practice_answer', 'settle_declined_request')`,
    [patientId],
  )
  expect(rows).toEqual([])
}
