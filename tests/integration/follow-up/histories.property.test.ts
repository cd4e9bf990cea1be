import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerReferral } from '@/lib/care-teams/answer-referral'
import { beginCare } from '@/lib/care-teams/begin-care'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { movePeople } from '@/lib/follow-up/move-people'
import type { Protocol } from '@/lib/follow-up/protocol'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { takeBackChange } from '@/lib/follow-up/take-back-change'
import type { TestStep } from '@/lib/follow-up/test-steps'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { registeredWith } from '@/tests/factories/care-plans'
import {
  AFTER_PROSTATE_SURGERY,
  changedForPerson,
  filedResult,
  onPathway,
  reviewedResult,
} from '@/tests/factories/follow-up'
import { knownProtocol, publishedAs } from '@/tests/factories/protocols'
import { makeSetting, type Setting } from '../care-plans/setting'
import { owedByRows } from './ledger-oracle'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

type Place = { patientId: string; pathwayId: string; testId: string }
const STEPS = ['requested', 'done', 'not_attended', 'told', 'not_needed'] as const
const MOVES = ['suspended', 'reactivated', 'recalled', 'seen_after_recall', 'transferred', 'ended'] as const
const CHANGES = ['version', 'interval', 'taken_back', 'practice', 'declined'] as const
const RESULTS = ['result', 'late', 'corrected', 'review'] as const
const anyHistory = fc.array(fc.constantFrom(...STEPS, ...MOVES, ...CHANGES, ...RESULTS, 'death', 'night'), {
  minLength: 3,
  maxLength: 10,
})
type Event = typeof anyHistory extends fc.Arbitrary<(infer One)[]> ? One : never

const isTestStep = (event: Event): event is TestStep => STEPS.some((step) => step === event)
const isMove = (event: Event): event is (typeof MOVES)[number] => MOVES.some((move) => move === event)

/** What cannot be done as things stand is refused, and then nothing has changed. */
async function happen(place: Place, event: Event): Promise<void> {
  try {
    if (isTestStep(event)) await sayOfTest(place, event)
    else if (isMove(event)) await take(place, event)
    else await OTHERS[event](place)
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
  }
}

async function sayOfTest({ patientId, testId }: Place, step: TestStep) {
  const { version } = await getSurveillanceTest(setting.clinician, { patientId, testId })
  const said = { on: today(), toldBy: 'letter', note: 'As agreed' } as const
  await recordTestStep(setting.clinician, { patientId, testId, version, step, ...said })
}

async function take({ patientId, pathwayId }: Place, step: ChangePathway['step']) {
  const { pathways } = await getFollowUp(setting.clinician, patientId)
  const pathway = pathways.find(({ id }) => id === pathwayId)
  const teamId = pathway?.team.id === setting.urology ? setting.breast : setting.urology
  const version = pathway?.version ?? 0
  const said = { on: today(), byOn: addDays(today(), 30), reason: 'As agreed', letter: 'Please watch.' }
  await changePathway(setting.clinician, {
    patientId,
    pathwayId,
    version,
    step,
    teamId,
    end: 'discharged',
    ...said,
  })
}

const FIRST = knownProtocol('prostate-after-surgery')
/** Another version, which tests every three months in the years in which the first does every six. */
const DENSER: Protocol = {
  ...FIRST,
  version: '2027-01',
  items: FIRST.items.map((item) => ({
    ...item,
    years: item.years.map((row) => (row.from === 1 ? { ...row, every: { months: 3 } } : row)),
  })),
}
let words = 1

/** Filed for the test: its sample is of one day, whenever it becomes known. */
async function file({ patientId, testId }: Place, sampledOn: string, isCorrection = false) {
  const { rows } = await setting.database.superuser.query<{ id: string; sampled_on: string }>(
    'select id, sampled_on::text from result where test_id = $1 order by id desc limit 1',
    [testId],
  )
  const [last] = rows
  if (isCorrection && !last) return
  const version = isCorrection ? { status: 'corrected', replacesId: last?.id } : {}
  const result = { patientId, testId, analyte: 'psa', sampledOn: last?.sampled_on ?? sampledOn, ...version }
  await filedResult(setting.database.superuser, result)
  await OTHERS.night()
}

const pathwayAt = async ({ patientId, pathwayId }: Place) =>
  (await getFollowUp(setting.clinician, patientId)).pathways.find(({ id }) => id === pathwayId)

const OTHERS = {
  night: () => recomputeFollowUp({ job: 'recompute_follow_up' }),
  result: (place: Place) => file(place, today()),
  late: (place: Place) => file(place, addDays(today(), -20)),
  corrected: (place: Place) => file(place, today(), true),
  version: async (place: Place) => {
    const pathway = await pathwayAt(place)
    const next = pathway?.protocol?.version === FIRST.version ? DENSER : FIRST
    await publishedAs(setting.database.pools.owner, 'ZT101', next, ++words)
    await movePeople(setting.clinician, {
      organisationId: setting.clinician.memberships[0]?.organisationId ?? '',
      protocol: next.id,
      version: next.version,
      pathway: [{ pathwayId: place.pathwayId, pathwayVersion: pathway?.version ?? 0 }],
      reason: 'A new version',
    })
  },
  interval: (place: Place) =>
    changedForPerson(setting.clinician, place, { kind: 'interval', test: 'psa', months: 3, fromOn: today() }),
  taken_back: async (place: Place) => {
    const pathway = await pathwayAt(place)
    const { patientId, pathwayId } = place
    const change = pathway?.personal[0]?.key ?? 'none'
    const version = pathway?.version ?? 0
    await takeBackChange(setting.clinician, { patientId, pathwayId, version, change, reason: 'As before' })
  },
  practice: async ({ patientId }: Place) => {
    const { rows } = await setting.database.superuser.query<{ team_id: string }>(
      'select team_id from care_relationship where patient_id = $1 and ended_on is null and team_id = $2',
      [patientId, setting.practice],
    )
    const next = rows.length > 0 ? setting.otherPractice : setting.practice
    await registeredWith(setting.clinician, patientId, next)
  },
  /** The referral is declined; where it was before, the person is referred anew. */
  declined: async ({ patientId }: Place) => {
    const { urology: teamId, urologist, clinician } = setting
    const said = { staffId: '', reason: 'No room' } as const
    const [referral] = await setting.openTasks(patientId, 'receive_referral')
    if (referral) await answerReferral(urologist, { patientId, teamId, answer: 'declined', ...said })
    else await beginCare(clinician, { patientId, teamId })
  },
  review: async ({ patientId, testId }: Place) => {
    const { rows } = await setting.database.superuser.query<{ id: string }>(
      'select id from result where test_id = $1 and id not in (select result_id from result_review)',
      [testId],
    )
    for (const { id } of rows)
      await reviewedResult(setting.database.superuser, { patientId, resultId: id, on: today() })
    await OTHERS.night()
  },
  death: async ({ patientId }: Place) => {
    const versionNow = async () => {
      const { rows } = await setting.database.superuser.query<{ version: number }>(
        'select version from patient where id = $1',
        [patientId],
      )
      return rows[0]?.version ?? 0
    }
    const died = {
      patientId,
      version: await versionNow(),
      diedOn: today(),
      isChecked: true,
      isDateRight: true,
    }
    await recordDeath(setting.clinician, died)
    expect(await openAbout(patientId)).toEqual([])
    await correctDeath(setting.clinician, {
      patientId,
      version: await versionNow(),
      reason: 'Another person',
    })
  },
}

const openAbout = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => /surveillance|missed|result|recall|suspended|review_follow_up/.test(kind))
    .map(({ kind, subject_id, team_id }) => `${kind} ${subject_id} ${team_id}`)
    .sort()

/** What `npm run ledger:check` would report. */
const lostOrDoubled = async (patientId: string): Promise<unknown[]> => {
  const { rows } = await setting.database.superuser.query(
    'select * from access.follow_up_ledger() where patient_id = $1 and (open = 0 or doubled > 0)',
    [patientId],
  )
  return rows
}

describe('whatever happens on a pathway', () => {
  it('nobody is lost, no test is lost and none is owed twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const patientId = await setting.patient()
        const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -6) }
        await publishedAs(setting.database.pools.owner, 'ZT101', FIRST, ++words)
        const place = { patientId, ...(await onPathway(setting.clinician, patientId, plan)) }
        await beginCare(setting.clinician, { patientId, teamId: setting.urology })
        for (const event of history) {
          await happen(place, event)
          expect(await openAbout(patientId)).toEqual(await owedByRows(setting.database.superuser, place))
          expect(await lostOrDoubled(patientId)).toEqual([])
        }
        expect((await recomputeFollowUp({ job: 'recompute_follow_up' })).changed).toBe(0)
      }),
      { numRuns: 25 },
    )
  })
})
