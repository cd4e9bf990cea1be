import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginCare } from '@/lib/care-teams/begin-care'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import type { TestStep } from '@/lib/follow-up/test-steps'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { AFTER_PROSTATE_SURGERY, filedResult, onPathway, reviewedResult } from '@/tests/factories/follow-up'
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
const anyHistory = fc.array(fc.constantFrom(...STEPS, ...MOVES, 'result', 'review', 'death', 'night'), {
  minLength: 3,
  maxLength: 9,
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

const OTHERS = {
  night: () => recomputeFollowUp({ job: 'recompute_follow_up' }),
  result: async ({ patientId, testId }: Place) => {
    await filedResult(setting.database.superuser, { patientId, testId, analyte: 'psa', sampledOn: today() })
    await OTHERS.night()
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

describe('whatever happens on a pathway', () => {
  it('nobody is lost, no test is lost and none is owed twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const patientId = await setting.patient()
        const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -6) }
        const place = { patientId, ...(await onPathway(setting.clinician, patientId, plan)) }
        await beginCare(setting.clinician, { patientId, teamId: setting.urology })
        for (const event of history) {
          await happen(place, event)
          expect(await openAbout(patientId)).toEqual(await owedByRows(setting.database.superuser, place))
        }
        expect((await recomputeFollowUp({ job: 'recompute_follow_up' })).changed).toBe(0)
      }),
      { numRuns: 15 },
    )
  })
})
