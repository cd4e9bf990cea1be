import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { listResultsToReview } from '@/lib/results/results-to-review'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { knownProtocol, publishedAs } from '@/tests/factories/protocols'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
  const { pools } = setting.database
  await publishedAs(pools.owner, 'ZT101', knownProtocol('prostate-after-surgery'), 1)
})
afterAll(() => setting.database.drop())

const ago = (months: number): CalendarDate => addMonths(today(), -months)

/** Readings that a clinician looked at one by one, with the operation five months ago to come. */
async function reviewedBefore(patientId: string) {
  const ids = await setting.readings(patientId, [
    [7, '8.1'],
    [4, '0.05'],
    [3, '0.5'],
    [2, '0.04'],
  ])
  for (const resultId of ids) await setting.review({ patientId, resultId })
  const [beforeOperation = '', low = '', high = '', lowAgain = ''] = ids
  return { beforeOperation, low, high, lowAgain }
}

const enrol = (patientId: string) =>
  onPathway(setting.clinician, patientId, { ...AFTER_PROSTATE_SURGERY, anchorOn: ago(5) })

const subjectsOwed = async (patientId: string) =>
  (await setting.reviewsOwed(patientId)).map(({ subject_id }) => subject_id).sort()

describe('a decision about follow-up', () => {
  it('has looked at again what its protocol objects to since the day it counts from, and nothing else', async () => {
    const patientId = await setting.patient()
    const { beforeOperation, low, high, lowAgain } = await reviewedBefore(patientId)
    await enrol(patientId)
    expect(await subjectsOwed(patientId)).toEqual([high])
    const kept = await Promise.all([beforeOperation, low, high, lowAgain].map((id) => setting.row(id)))
    expect(kept.map(({ judgements }) => judgements.map(({ isInRange }) => isInRange))).toEqual([
      [false],
      [false, true],
      [false, false],
      [false, true],
    ])
    expect(kept[2]?.judgements.at(-1)?.alerts).toMatchObject([{ rule: 'psa_limit' }])
  })

  it('has nobody look at them once more when the next result comes', async () => {
    const patientId = await setting.patient()
    const { high } = await reviewedBefore(patientId)
    await enrol(patientId)
    await setting.review({ patientId, resultId: high })
    const next = await setting.file(patientId, { value: '0.05', confirmedSlip: 'Rang the laboratory' })
    const { testId } = await setting.row(next)
    expect(await subjectsOwed(patientId)).toEqual([testId])
  })

  it('lets those that wait and that no rule objects to be confirmed with others', async () => {
    const patientId = await setting.patient()
    const [waiting = ''] = await setting.readings(patientId, [[4, '0.05']])
    await enrol(patientId)
    expect(await subjectsOwed(patientId)).toEqual([waiting])
    expect((await setting.row(waiting)).judgements.at(-1)).toMatchObject({ isInRange: true })
  })
})

describe('a result that was reviewed and is judged by other rules', () => {
  it.each([
    ['none of which objects', '[]', false],
    ['one of which objects', '[{"key": "another"}]', true],
  ])('waits to be looked at by itself only where one objects: %s', async (_what, alerts, isSingle) => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId)
    await setting.review({ patientId, resultId })
    await setting.file(patientId, { confirmedSlip: 'Taken twice' })
    await setting.database.superuser.query(
      `insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts)
       select uuidv7(), patient_id, id, team_id, false, $2::jsonb from result where id = $1`,
      [resultId, alerts],
    )
    const { rows } = await setting.database.superuser.query<{ is_single: boolean }>(
      'select access.is_reviewed_singly($1) as is_single',
      [testId],
    )
    expect(rows).toEqual([{ is_single: isSingle }])
    const { inRange, single } = await listResultsToReview(setting.clinician)
    const isAboutThem = (one: { patientId: string }) => one.patientId === patientId
    expect(inRange.filter(isAboutThem)).toHaveLength(1)
    expect(single.filter(isAboutThem)).toHaveLength(isSingle ? 1 : 0)
  })
})

describe('what came before the day that follow-up counts from', () => {
  it('is looked at by itself when it comes late, and raises no alert', async () => {
    const { patientId } = await setting.followed({ anchorOn: ago(5) })
    const late = await setting.file(patientId, { value: '8.1', sampledOn: ago(6) })
    expect((await setting.row(late)).judgements).toMatchObject([{ isInRange: false, alerts: [] }])
    const { testId } = await setting.row(late)
    expect(await subjectsOwed(patientId)).toEqual([testId])
  })
})

describe('a pathway that has ended', () => {
  async function endedWith(values: readonly [number, string][]) {
    const { patientId, pathwayId } = await setting.followed({ anchorOn: ago(12), startedOn: ago(12) })
    const ids = await setting.readings(patientId, values)
    return {
      patientId,
      ids,
      async end() {
        const { pathways } = await getFollowUp(setting.clinician, patientId)
        const version = pathways.find(({ id }) => id === pathwayId)?.version ?? 0
        const said = { on: today(), byOn: null, teamId: '', reason: 'Went abroad', letter: null }
        const step = { step: 'ended', end: 'moved_away', ...said } as const
        await changePathway(setting.clinician, { patientId, pathwayId, version, ...step })
      },
    }
  }

  it('leaves what was decided on its results as it was, whatever comes later', async () => {
    const { patientId, ids, end } = await endedWith([
      [8, '0.05'],
      [4, '0.06'],
    ])
    for (const resultId of ids) await setting.review({ patientId, resultId })
    await end()
    const later = await setting.file(patientId, { value: '0.06' })
    expect(await subjectsOwed(patientId)).toEqual([later])
  })

  it('takes back no alert that nobody has looked at', async () => {
    const { patientId, ids, end } = await endedWith([[4, '0.5']])
    await end()
    await setting.file(patientId, { value: '0.05', confirmedSlip: 'Rang the laboratory' })
    const [high = ''] = ids
    const { judgements, testId } = await setting.row(high)
    expect(judgements.at(-1)?.alerts).toMatchObject([{ rule: 'psa_limit' }])
    expect(await subjectsOwed(patientId)).toContain(testId)
  })
})
