import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { confirmResults } from '@/lib/results/confirm-results'
import { getResult } from '@/lib/results/queries'
import { listReleasedResults } from '@/lib/results/released-results'
import { reviewResult } from '@/lib/results/review-result'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

const shownTo = async (patientId: string, actor = setting.gp) =>
  (await listReleasedResults(actor, patientId)).map(({ words }) => words)

const reviewed = async (patientId: string, resultId: string) => {
  const { result } = await getResult(setting.clinician, { patientId, resultId })
  const { judgementId } = result
  const nothing = { repeatOn: null, suspendUntil: null, note: null }
  await reviewResult(setting.clinician, {
    patientId,
    resultId,
    judgementId,
    decision: 'contact',
    ...nothing,
  })
}

describe('the release of a result', () => {
  it.each([
    ['0.04', 'at_once', true],
    ['0.15', 'after_working_hours', false],
  ])('follows the band of its value: %s', async (value, basis, isShown) => {
    const { patientId } = await setting.followed()
    const resultId = await setting.file(patientId, { value })
    const { releases } = await setting.row(resultId)
    expect(releases).toMatchObject([{ basis }])
    expect(releases[0]!.releasedAt > now()).toBe(!isShown)
    expect(await shownTo(patientId)).toEqual(isShown ? [`${value} µg/L`] : [])
    const page = await getResult(setting.clinician, { patientId, resultId })
    expect(page.result.releasedFrom).toEqual(releases[0]?.releasedAt)
    expect(page.releaseRule).toContain('Shown')
  })

  it.each([
    ['out of range', { value: '0.3' }],
    ['of something that no rule is about', { code: 'creatinine', value: '80', unit: 'µmol/L' }],
  ])('%s waits for a person', async (_name, change) => {
    const { patientId } = await setting.followed()
    const resultId = await setting.file(patientId, change)
    expect((await setting.row(resultId)).releases).toEqual([])
    expect(await shownTo(patientId)).toEqual([])
    await reviewed(patientId, resultId)
    expect((await setting.row(resultId)).releases).toMatchObject([{ basis: 'signed_off' }])
    expect(await shownTo(patientId)).toHaveLength(1)
  })

  it('by policy counts no more once a rule objects', async () => {
    const { patientId } = await setting.followed()
    const [resultId = ''] = await setting.readings(patientId, [[0, '0.09']])
    await setting.readings(patientId, [
      [9, '0.03'],
      [6, '0.05'],
      [3, '0.07'],
    ])
    expect((await setting.row(resultId)).judgements.at(-1)).toMatchObject({ isInRange: false })
    expect(await shownTo(patientId)).not.toContain('0.09 µg/L')
    await reviewed(patientId, resultId)
    expect(await shownTo(patientId)).toContain('0.09 µg/L')
  })

  it('ends with a correction, which waits for a person in its turn', async () => {
    const { patientId } = await setting.followed()
    const wrong = await setting.file(patientId, { value: '0.04' })
    const right = await setting.file(patientId, { value: '0.05', replaces: wrong })
    expect(await shownTo(patientId)).toEqual([])
    await reviewed(patientId, right)
    expect(await shownTo(patientId)).toEqual(['0.05 µg/L'])
  })

  it('of one confirmed with others is by who confirmed it', async () => {
    const { patientId } = await setting.followed()
    const resultId = await setting.file(patientId, { value: '0.15' })
    const { result } = await getResult(setting.supportWorker, { patientId, resultId })
    await confirmResults(setting.supportWorker, {
      results: [{ patientId, resultId, judgementId: result.judgementId }],
    })
    expect(await shownTo(patientId)).toEqual(['0.15 µg/L'])
    expect(await setting.events(patientId)).toContain('result.released_viewed')
  })

  it('is to the practice that the person is registered with, and shows the hospital team the same', async () => {
    const { patientId } = await setting.followed()
    await setting.file(patientId, { value: '0.04' })
    await setting.file(patientId, { code: 'cea', value: '3' })
    expect(await shownTo(patientId, setting.clinician)).toEqual(['0.04 µg/L'])
    await expect(listReleasedResults(setting.otherGp, patientId)).rejects.toThrow(NotFound)
  })
})
