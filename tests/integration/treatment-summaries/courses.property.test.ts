import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import { getSentSummary } from '@/lib/treatment-summaries/practice-queries'
import { faultsIn, type Stored } from './ledger-oracle'
import {
  beginCourse,
  DEEDS,
  USUAL_DEEDS,
  makeSummarySetting,
  type Course,
  type SummarySetting,
} from './random-course'

let setting: SummarySetting
beforeAll(async () => {
  setting = await makeSummarySetting()
})
afterAll(() => setting.database.drop())

async function stored({ ask }: Course): Promise<Stored> {
  const [row] = await ask<{ stored: Stored }>(
    `select json_build_object(
       'isDead', (select died_on is not null from patient where id = $1),
       'registered', (select team_id from care_relationship care join team on team.id = team_id
         where care.patient_id = $1 and ended_on is null and team.kind = 'practice'),
       'caring', (select coalesce(json_agg(team_id), '[]') from care_relationship care join team on team.id = team_id
         where care.patient_id = $1 and ended_on is null and team.kind <> 'practice'),
       'tasks', (select coalesce(json_agg(json_build_object('kind', kind, 'team', team_id, 'subject', subject_id, 'due', due_on)), '[]')
         from task where patient_id = $1 and closed_at is null),
       'requests', (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'team', team_id, 'practice', practice_team_id,
           'said', (select json_agg(kind order by id) from practice_request_event where request_id = request.id)) order by id), '[]')
         from practice_request as request where patient_id = $1),
       'summary', (select json_build_object('id', id, 'diagnosis', diagnosis_id, 'isDraft', drafted_at is not null,
           'numbers', (select coalesce(json_agg(number order by number), '[]') from treatment_summary_version where summary_id = summary.id))
         from treatment_summary as summary where patient_id = $1),
       'deliveries', (select coalesce(json_agg(json_build_object('id', delivery.id, 'number', number, 'team', delivery.team_id,
           'recipient', recipient, 'channel', channel, 'isSeen', seen_at is not null)), '[]')
         from treatment_summary_delivery as delivery join treatment_summary_version as version on version.id = version_id
         where delivery.patient_id = $1)) as stored`,
  )
  if (!row) throw new Error('nothing is stored')
  return row.stored
}

async function expectNothingLost(course: Course): Promise<void> {
  const now = await stored(course)
  expect(faultsIn(now, setting)).toEqual([])
  expect(now.summary?.numbers.length ?? 0).toBe(course.acknowledged.signed)
  const said = await course.ask<{ fact: string }>(
    `select format('%s %s %s', request_id, kind, note) as fact from practice_request_event where patient_id = $1`,
  )
  const facts = said.map(({ fact }) => fact)
  expect(course.acknowledged.answers.filter((answer) => !facts.includes(answer))).toEqual([])
}

/** A practice that the person is not with reads what it was sent, as sent, and nothing that is asked. */
async function expectNothingShownElsewhere(course: Course): Promise<void> {
  const { gp, otherGp, practice } = setting
  const { registered, deliveries, summary } = await stored(course)
  for (const { id, team, channel } of deliveries) {
    if (channel !== 'in_service' || team === registered) continue
    const sent = await getSentSummary(team === practice ? gp : otherGp, id)
    expect(sent).toMatchObject({ isRegistered: false, requests: [] })
  }
  const elsewhere = registered === practice ? otherGp : gp
  if (summary) expect(await asActor(elsewhere, (tx) => listRequestsOfSummary(tx, summary.id))).toEqual([])
}

const what = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...USUAL_DEEDS) },
  { weight: 1, arbitrary: fc.constantFrom(...DEEDS) },
)
const deed = fc.record({ what, pick: fc.nat(20) })
/** Mostly one thing after another; sometimes two at once. */
const course = fc.array(fc.array(deed, { minLength: 1, maxLength: 2 }), { minLength: 8, maxLength: 16 })

describe('whatever happens to a summary and what it asks, in any order and at once', () => {
  it('loses nothing, doubles nothing, and leaves nothing open for the dead or with a practice of before', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (steps) => {
        const begun = await beginCourse(setting)
        for (const first of ['draft', 'sign'] as const) await begun.happen([{ what: first, pick: 0 }])
        for (const step of steps) {
          await begun.happen(step)
          await expectNothingLost(begun)
        }
        await expectNothingShownElsewhere(begun)
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })
})
