import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { atInstant, today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import type { Alert } from '@/lib/results/alert'
import { fileResultSchema } from '@/lib/results/schema'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

const alertsOf = (json: unknown) => (json as Alert[]).map(({ rule }) => rule)

describe('a result filed by hand', () => {
  it('is kept as typed and judged at once by the protocol that the person is followed up by', async () => {
    const { patientId } = await setting.followed()
    const kept = await setting.row(await setting.file(patientId, { value: '<0.01', unit: 'ng/mL' }))
    expect(kept).toMatchObject({ valueText: '<0.01', comparator: '<', unit: 'µg/L', status: 'final' })
    expect(kept.value?.toString()).toBe('0.01')
    expect(kept.judgements).toMatchObject([
      { isInRange: true, alerts: [], protocolCode: 'prostate-after-surgery' },
    ])
    expect(await setting.events(patientId)).toContain('result.filed')
  })

  it('raises its alerts, with the values that they rest on', async () => {
    const { patientId } = await setting.followed()
    const [first, second] = await setting.readings(patientId, [
      [6, '0.05'],
      [0, '0.3'],
    ])
    expect((await setting.row(first ?? '')).judgements).toMatchObject([{ isInRange: true }])
    const [judgement] = (await setting.row(second ?? '')).judgements
    expect(judgement).toMatchObject({ isInRange: false, protocolVersion: expect.any(String) })
    expect(alertsOf(judgement?.alerts).length).toBeGreaterThan(0)
    expect(JSON.stringify(judgement?.alerts)).toContain('0.3 µg/L')
  })

  it('opens its review, due in the working days that the team has set', async () => {
    const friday = { anchorOn: '2026-02-27', startedOn: '2026-11-27' }
    const { patientId } = await setting.followed(friday)
    // A Friday: two working days on is Tuesday.
    const id = await atInstant(new Date('2026-11-27T12:00:00Z'), () => setting.file(patientId))
    const { testId } = await setting.row(id)
    expect(await setting.reviewsOwed(patientId)).toEqual([
      { subject_id: testId, team_id: setting.breast, due_on: '2026-12-01', detail: 'PSA' },
    ])
  })

  it('answers the test that was waiting for it, whose review the pathway then owes', async () => {
    const { patientId, testId } = await setting.due()
    const id = await setting.file(patientId)
    expect(await setting.row(id)).toMatchObject({ testId })
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: testId, detail: 'PSA' }])
    expect(await setting.openTasks(patientId, 'request_surveillance_test')).not.toMatchObject([
      { subject_id: testId },
    ])
  })

  it('put right stays with the test that it answers', async () => {
    const { patientId, testId } = await setting.due()
    const wrong = await setting.file(patientId, { value: '0.3' })
    const right = await setting.file(patientId, { value: '0.03', replaces: wrong })
    expect(await setting.row(right)).toMatchObject({ testId })
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: testId }])
  })

  it.each([
    ['its window has not begun', {}],
    ['another test is due', { code: 'cea' }],
  ])('is a further test of the pathway where %s', async (_name, change) => {
    const { patientId, testId } =
      'code' in change ? await setting.due() : { ...(await setting.followed()), testId: '' }
    const kept = await setting.row(await setting.file(patientId, change))
    expect(kept.testId).toBeTypeOf('string')
    expect(kept.testId).not.toBe(testId)
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: kept.testId }])
  })

  it('that no test asks for stands by itself', async () => {
    const { patientId } = await setting.followed()
    const id = await setting.file(patientId, { code: 'creatinine', value: '80', unit: 'µmol/L' })
    expect(await setting.row(id)).toMatchObject({ testId: null })
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: id }])
  })

  it('of somebody on no pathway is never in range, and its review stands on itself', async () => {
    const patientId = await setting.patient()
    const id = await setting.file(patientId)
    expect((await setting.row(id)).judgements).toMatchObject([{ isInRange: false, protocolCode: null }])
    expect(await setting.reviewsOwed(patientId)).toMatchObject([{ subject_id: id }])
  })

  it('judges anew what was sampled after it', async () => {
    const { patientId } = await setting.followed()
    const [late] = await setting.readings(patientId, [[0, '0.19']])
    expect((await setting.row(late ?? '')).judgements).toHaveLength(1)
    await setting.readings(patientId, [
      [9, '0.05'],
      [6, '0.10'],
      [3, '0.15'],
    ])
    const judgements = (await setting.row(late ?? '')).judgements
    expect(judgements.map(({ isInRange }) => isInRange)).toEqual([true, false])
  })

  it('in another unit than its rule is left to a person', async () => {
    const { patientId } = await setting.followed()
    await expect(setting.file(patientId, { unit: 'nmol/L' })).rejects.toMatchObject({
      errors: [{ field: 'unit' }],
    })
  })

  it.each([
    ['', 'value', 'Enter the value'],
    ['0,5', 'value', 'must be a number'],
    ['about 1', 'value', 'must be a number'],
    ['-1', 'value', 'must not be negative'],
  ])('is refused where its value cannot be read: %j', async (value, field, message) => {
    const { patientId } = await setting.followed()
    const refused = setting.file(patientId, { value })
    await expect(refused).rejects.toBeInstanceOf(RuleBroken)
    await expect(refused).rejects.toMatchObject({
      errors: [{ field, message: expect.stringContaining(message) }],
    })
    expect(await setting.reviewsOwed(patientId)).toEqual([])
  })

  it.each([
    ['ten times the last', { value: '0.5' }, 'ten times'],
    ['a tenth of the last', { value: '0.005' }, 'a tenth'],
    ['more than anybody has', { value: '6000' }, 'is outside'],
    ['a sample of long ago', { value: '0.05', sampledOn: addMonths(today(), -18) }, 'more than a year old'],
  ])('that looks like a slip is asked about: %s', async (_name, change, words) => {
    const { patientId } = await setting.followed()
    await setting.readings(patientId, [[19, '0.05']])
    if (!('sampledOn' in change)) await setting.readings(patientId, [[3, '0.05']])
    await expect(setting.file(patientId, change)).rejects.toMatchObject({
      errors: [{ field: 'confirmedSlip', message: expect.stringContaining(words) }],
    })
    const id = await setting.file(patientId, { ...change, confirmedSlip: 'Rang the laboratory' })
    expect(await setting.row(id)).toMatchObject({ confirmedSlip: 'Rang the laboratory' })
  })

  it('is posted with a day that has been', () => {
    const [year, month, day] = addDays(today(), 1).split('-')
    const posted = { patientId: crypto.randomUUID(), examined: 'psa', value: '1', unit: 'µg/L' }
    const parsed = fileResultSchema.safeParse({ ...posted, sampledOn: { year, month, day } })
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(['sampledOn'])
  })

  it('of a scan is what the report says and comes to', async () => {
    const { patientId } = await setting.followed()
    const scan = { code: 'ct_body', value: null, unit: null }
    await expect(setting.file(patientId, scan)).rejects.toMatchObject({
      errors: [{ field: 'reportText' }, { field: 'outcome' }],
    })
    const said = { ...scan, reportText: 'No recurrence.', outcome: 'nothing_new' } as const
    expect(await setting.row(await setting.file(patientId, said))).toMatchObject({
      reportText: 'No recurrence.',
      outcome: 'nothing_new',
      valueText: null,
    })
  })

  it('put right is another version, reviewed again, and the first one stands no more', async () => {
    const { patientId } = await setting.followed()
    const wrong = await setting.file(patientId, { value: '0.3' })
    const right = await setting.file(patientId, { value: '0.03', replaces: wrong })
    expect(await setting.row(right)).toMatchObject({ status: 'corrected', replacesId: wrong })
    expect((await setting.row(right)).judgements).toMatchObject([{ isInRange: false, alerts: [] }])
    const { testId } = await setting.row(right)
    expect((await setting.reviewsOwed(patientId)).map(({ subject_id }) => subject_id)).toEqual([testId])
    await expect(setting.file(patientId, { value: '0.04', replaces: wrong })).rejects.toThrow(
      'put right already',
    )
    expect(await setting.events(patientId)).toContain('result.corrected')
  })

  it('is filed by a support worker too, by no practice and by nobody without care of the person', async () => {
    const { patientId } = await setting.followed()
    await expect(setting.file(patientId, {}, setting.supportWorker)).resolves.toBeTypeOf('string')
    await expect(setting.file(patientId, {}, setting.gp)).rejects.toThrow(NotAllowed)
    await expect(setting.file(patientId, {}, setting.urologist)).rejects.toThrow(NotFound)
  })
})
