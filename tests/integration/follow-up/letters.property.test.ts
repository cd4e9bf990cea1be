import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { changePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { endContactBlock, listContactBlocks, recordContactBlock } from '@/lib/messages/contact-blocks'
import { postLetters } from '@/lib/messages/post-letters'
import { settleMessage } from '@/lib/messages/settle-message'
import { stopForTheDead } from '@/lib/messages/stop-for-the-dead'
import { withdrawMessage } from '@/lib/messages/withdraw-message'
import { addMonths } from '@/lib/nhs/calendar-date'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { confirmResults } from '@/lib/results/confirm-results'
import { getResult, listResults } from '@/lib/results/queries'
import { tellResult } from '@/lib/results/tell-result'
import { tellResults } from '@/lib/results/tell-results'
import { getChosenTellings } from '@/lib/results/tellings-waiting'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { filedResult, reviewedAsShown } from '@/tests/factories/results'
import { makeMessageSetting, type MessageSetting } from '../messages/setting'
import { faultsOfLetters } from './letters-oracle'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

type Place = { patientId: string; pathwayId: string; by: Actor }
type Step = (place: Place, which: number) => Promise<unknown>

/** Each with how often it is drawn: nothing is worth much that happens before somebody was told. */
const STEPS = {
  in_range: [4, (place, which) => file(place, { answers: which % 2 ? 'none' : 'by_date' })],
  out_of_range: [1, (place) => file(place, { value: '0.5', confirmedSlip: 'Rang the laboratory' })],
  corrected: [1, correct],
  told_by_letter: [3, (place) => tellEach(place, 'letter')],
  told_by_telephone: [2, (place) => tellEach(place, 'telephone')],
  told_twice_at_once: [2, tellTwice],
  told_together: [3, tellTogether],
  opted_out: [1, (place) => block(place, 'opted_out')],
  wrong_address: [1, (place) => block(place, 'wrong_address')],
  reached_again: [1, unblock],
  no_postcode: [1, (place) => change(place, 'postcode = null')],
  moved_house: [1, (place) => change(place, `address_line_1 = '9 New Road', postcode = 'ZZ99 3VZ'`)],
  keeps_it_from_the_practice: [1, (place) => change(place, 'shares_with_practice = false')],
  died: [1, (place) => die(place)],
  did_not_die: [1, (place) => live(place)],
  night: [2, () => stopForTheDead({ job: 'send_message' })],
  transferred: [1, transfer],
  left_the_area: [1, (place, which) => leave(place, which % 2 ? setting.urology : 'close')],
  posted: [2, post],
  withdrawn: [1, withdraw],
  settled: [1, settle],
} satisfies Record<string, [number, Step]>
type StepName = keyof typeof STEPS

const anyHistory = fc.array(
  fc.record({
    what: fc.oneof(
      ...Object.entries(STEPS).map(([what, [weight]]) => ({
        weight,
        arbitrary: fc.constant(what as StepName),
      })),
    ),
    which: fc.nat(20),
  }),
  { minLength: 4, maxLength: 14 },
)

/** What cannot be done as things stand is refused, and then nothing has changed. */
async function happen(place: Place, { what, which }: { what: StepName; which: number }): Promise<void> {
  const [, step]: [number, Step] = STEPS[what]
  try {
    await step({ ...place, by: await whoCares(place) }, which)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

const isRefusal = (error: unknown) =>
  error instanceof RuleBroken || error instanceof Stale || error instanceof NotFound

/** A clinician of the breast team, or of the urologists once the breast team has let go. */
async function whoCares({ patientId }: Pick<Place, 'patientId'>): Promise<Actor> {
  const { rows } = await setting.database.superuser.query(
    'select from care_relationship where patient_id = $1 and team_id = $2 and ended_on is null',
    [patientId, setting.breast],
  )
  return rows.length > 0 ? setting.clinician : setting.urologist
}

async function file({ patientId, by }: Place, said: Parameters<typeof filedResult>[2]) {
  await review(by, patientId, await filedResult(by, patientId, said))
}

async function review(by: Actor, patientId: string, resultId: string) {
  const { judgementId, isInRange } = (await getResult(by, { patientId, resultId })).result
  if (isInRange) await confirmResults(by, { results: [{ patientId, resultId, judgementId }] })
  else await reviewedAsShown(by, { patientId, resultId })
}

async function correct({ patientId, by }: Place, which: number) {
  const { results } = await listResults(by, patientId)
  const standing = results.filter(({ isStanding }) => isStanding)
  const result = standing[which % Math.max(1, standing.length)]
  if (!result) return
  const { id: replaces, sampledOn } = result
  await file(
    { patientId, by, pathwayId: '' },
    { value: '0.02', replaces, sampledOn, confirmedSlip: 'Typed it' },
  )
}

const waiting = async (patientId: string) => {
  const tasks = await setting.openTasks(patientId, 'tell_result')
  return tasks.map(({ subject_id }) => subject_id)
}

async function tellOne({ patientId, by }: Omit<Place, 'pathwayId'>, subjectId: string, toldBy: ToldBy) {
  const said = { patientId, on: today(), toldBy, note: null } as const
  const { rows } = await setting.database.superuser.query('select from surveillance_test where id = $1', [
    subjectId,
  ])
  if (rows.length === 0) return tellResult(by, { ...said, resultId: subjectId })
  const { version } = await getSurveillanceTest(by, { patientId, testId: subjectId })
  return recordTestStep(by, { ...said, testId: subjectId, version, step: 'told' })
}

async function tellEach({ patientId, by }: Place, toldBy: ToldBy) {
  for (const subjectId of await waiting(patientId)) await tellOne({ patientId, by }, subjectId, toldBy)
}

/** Whoever is slower is refused. */
async function tellTwice({ patientId, by }: Place) {
  for (const subjectId of await waiting(patientId)) {
    const tell = () => tellOne({ patientId, by }, subjectId, 'letter')
    for (const outcome of await Promise.allSettled([tell(), tell()]))
      if (outcome.status === 'rejected' && !isRefusal(outcome.reason)) throw outcome.reason
  }
}

/** As the batch page does, the same page posted a second time. */
async function tellTogether({ patientId, by }: Place) {
  const chosen = await getChosenTellings(by, await waiting(patientId))
  const tellings = chosen.map(({ subjectId, reviewId, next }) => ({
    patientId,
    subjectId,
    reviewId: reviewId ?? '',
    nextOn: next?.dueOn ?? null,
  }))
  expect(await tellResults(by, { tellings })).toEqual({ told: chosen.length, refused: [] })
  expect((await tellResults(by, { tellings })).told).toBe(0)
}

function block({ patientId, by }: Place, reason: 'opted_out' | 'wrong_address') {
  return recordContactBlock(by, { patientId, channel: 'letter', reason, note: null })
}

async function unblock({ patientId, by }: Place) {
  const [first] = (await listContactBlocks(by, patientId)).blocks
  if (first) await endContactBlock(by, { patientId, blockId: first.id, version: first.version })
}

function change({ patientId }: Place, fields: string) {
  return setting.database.superuser.query(`update patient set ${fields} where id = $1`, [patientId])
}

const versionOf = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<{ version: number }>(
    'select version from patient where id = $1',
    [patientId],
  )
  return rows[0]?.version ?? 0
}

async function die({ patientId, by }: Place) {
  const version = await versionOf(patientId)
  await recordDeath(by, { patientId, version, diedOn: today(), isChecked: true, isDateRight: true })
}

async function live({ patientId, by }: Place) {
  await correctDeath(by, { patientId, version: await versionOf(patientId), reason: 'Another person' })
}

async function transfer({ patientId, pathwayId, by }: Place) {
  const pathway = (await getFollowUp(by, patientId)).pathways.find(({ id }) => id === pathwayId)
  await changePathway(by, {
    patientId,
    pathwayId,
    version: pathway?.version ?? 0,
    step: 'transferred',
    teamId: pathway?.team.id === setting.urology ? setting.breast : setting.urology,
    on: today(),
    byOn: null,
    end: '',
    letter: null,
    reason: 'Moves away',
  })
}

function leave({ patientId, by }: Place, openTasks: string) {
  return endCare(by, { patientId, teamId: setting.breast, reason: 'Moved away', openTasks })
}

/** Letters of tellings about which this task is open. */
const lettersWith = async (patientId: string, kind: string) => {
  const { rows } = await setting.database.superuser.query<{ id: string }>(
    `select message.id from message join task on task.subject_id = message.id and task.closed_at is null and task.kind = $2::task_kind
     where message.patient_id = $1 and message.about like 'told:%' order by message.id`,
    [patientId, kind],
  )
  return rows.map(({ id }) => id)
}

/** All that wait, and one that does not. */
async function post({ patientId, by }: Place) {
  const { rows } = await setting.database.superuser.query<{ id: string }>(
    `select id from message where patient_id = $1 and channel = 'letter' and recipient = 'person'`,
    [patientId],
  )
  if (rows.length > 0) await postLetters(by, { letter: rows.map(({ id }) => id), postedOn: today() })
}

async function withdraw({ patientId, by }: Place) {
  const [messageId] = await lettersWith(patientId, 'post_letter')
  if (messageId) await withdrawMessage(by, { patientId, messageId, withdrawReason: 'Seen in clinic' })
}

async function settle({ patientId, by }: Place, which: number) {
  const [messageId] = await lettersWith(patientId, 'settle_message')
  const settlement = which % 2 ? 'told_otherwise' : 'not_needed'
  if (messageId)
    await settleMessage(by, { patientId, messageId, settlement, on: today(), note: 'Rang the person' })
}

describe('whatever happens to somebody who is told results', () => {
  it('each telling has one letter and one copy, each in one state, and nothing of them is lost', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const patientId = await setting.reachable()
        const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -6) }
        const { pathwayId } = await onPathway(setting.clinician, patientId, plan)
        await beginCare(setting.clinician, { patientId, teamId: setting.urology })
        const place = { patientId, pathwayId, by: setting.clinician }
        await file(place, {})
        for (const step of history) {
          await happen(place, step)
          expect(await faultsOfLetters(setting.database.superuser, patientId)).toEqual([])
        }
        told += (await lettersWith(patientId, 'read_letter')).length
      }),
      { numRuns: 20 },
    )
    expect(told).toBeGreaterThan(5)
  }, 240_000)
})
