import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { today } from '@/lib/platform/clock'
import { makeResultSetting, type ResultSetting } from '../results/setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

type Said = { result_id: string; has_alerts: boolean; decision: string | null; told_on: string | null }

const said = (actor: Actor, patientId: string) =>
  asActor(
    actor,
    (tx) => tx.$queryRaw<Said[]>`
      select result_id, has_alerts, decision::text, told_on::text from access.said_of_released(${patientId}::uuid)`,
  )

/** Somebody whose PSA of today is out of range. */
const outOfRange = async () => {
  const { patientId, testId } = await setting.due()
  const resultId = await setting.file(patientId, { value: '0.24' })
  return { patientId, testId, resultId }
}

describe('what a practice is told of a released result', () => {
  it('is whether a rule objects, what was decided since, and when the person was told', async () => {
    const { patientId, testId, resultId } = await outOfRange()
    await setting.review({ patientId, resultId }, { decision: 'contact', note: 'Call him first' })
    const row = { result_id: resultId, has_alerts: true, decision: 'contact', told_on: null }
    expect(await said(setting.gp, patientId)).toEqual([row])
    const { version } = await getSurveillanceTest(setting.supportWorker, { patientId, testId })
    const input = { patientId, testId, version, step: 'told', on: today(), note: null } as const
    await recordTestStep(setting.supportWorker, { ...input, toldBy: 'telephone' })
    expect(await said(setting.gp, patientId)).toEqual([{ ...row, told_on: today() }])
  })

  it('is no decision any more once a rule objects to what it did not know', async () => {
    const { patientId } = await setting.followed()
    const [resultId = ''] = await setting.readings(patientId, [[0, '0.09']])
    await setting.review({ patientId, resultId })
    const of = async () => (await said(setting.gp, patientId)).find((row) => row.result_id === resultId)
    expect(await of()).toMatchObject({ has_alerts: false, decision: 'continue' })
    await setting.readings(patientId, [
      [9, '0.03'],
      [6, '0.05'],
      [3, '0.07'],
    ])
    expect(await of()).toMatchObject({ has_alerts: true, decision: null })
  })

  it('is nothing while the result is not released, and nothing to a practice or team without the person', async () => {
    const { patientId, resultId } = await outOfRange()
    expect(await said(setting.gp, patientId)).toEqual([])
    await setting.review({ patientId, resultId })
    expect(await said(setting.clinician, patientId)).toHaveLength(1)
    expect(await said(setting.otherGp, patientId)).toEqual([])
    expect(await said(setting.urologist, patientId)).toEqual([])
  })

  it('leaves judgements, reviews and tellings themselves to the hospital', async () => {
    const { patientId, resultId } = await outOfRange()
    await setting.review({ patientId, resultId })
    const counted = (actor: Actor) =>
      asActor(actor, async (tx) => [
        await tx.resultJudgement.count({ where: { patientId } }),
        await tx.resultReview.count({ where: { patientId } }),
        await tx.resultTelling.count({ where: { patientId } }),
      ])
    expect(await counted(setting.gp)).toEqual([0, 0, 0])
    expect(await counted(setting.clinician)).toEqual([1, 1, 0])
  })
})
