import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { confirmResults } from '@/lib/results/confirm-results'
import { findTelling } from '@/lib/results/get-telling'
import { getResult } from '@/lib/results/queries'
import { listReleasedResults } from '@/lib/results/released-results'
import { listResultsToReview } from '@/lib/results/results-to-review'
import { tellResult } from '@/lib/results/tell-result'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

const told = (place: { patientId: string; resultId: string }, change = {}) => ({
  ...place,
  on: today(),
  toldBy: 'telephone' as const,
  note: null,
  ...change,
})

/** Somebody on no pathway with a result that was reviewed. */
const reviewed = async (change = {}) => {
  const patientId = await setting.patient()
  const resultId = await setting.file(patientId, change)
  await setting.review({ patientId, resultId })
  return { patientId, resultId }
}

const owed = async (patientId: string) =>
  (await setting.openTasks(patientId, 'tell_result')).map(({ subject_id }) => subject_id)

describe('telling a result outside a pathway', () => {
  it('is owed from its review on, by the day that the team has set', async () => {
    const patientId = await setting.patient()
    const resultId = await setting.file(patientId)
    expect(await owed(patientId)).toEqual([])
    await setting.review({ patientId, resultId })
    const [task] = await setting.openTasks(patientId, 'tell_result')
    expect(task).toMatchObject({ subject_id: resultId, team_id: setting.breast, detail: 'PSA' })
    expect((task?.due_on ?? '') > today()).toBe(true)
  })

  it('is met by recording how, with the next date, and the practice has its copy', async () => {
    const place = await reviewed()
    await tellResult(setting.supportWorker, told(place, { note: 'Rang at home' }))
    expect(await owed(place.patientId)).toEqual([])
    const { tellings } = await setting.row(place.resultId)
    expect(tellings).toMatchObject([{ toldBy: 'telephone', nextOn: null, note: 'Rang at home' }])
    expect(await listReleasedResults(setting.gp, place.patientId)).toMatchObject([{ id: place.resultId }])
    expect(await setting.events(place.patientId)).toContain('result.told')
    expect(await setting.closures(place.patientId, 'tell_result')).toEqual(['met'])
  })

  it('gives the next date of a pathway that goes on, however the result came to stand by itself', async () => {
    const { patientId } = await setting.due()
    const resultId = await setting.alone(patientId)
    await setting.review({ patientId, resultId })
    const page = await findTelling(setting.clinician, { patientId, resultId })
    expect(page?.next).not.toBeNull()
    await tellResult(setting.clinician, told({ patientId, resultId }))
    expect((await setting.row(resultId)).tellings[0]?.nextOn).not.toBeNull()
  })

  it('is put in writing for the person and their practice', async () => {
    const { patientId, resultId } = await reviewed()
    await setting.database.superuser.query(
      `update patient set address_line_1 = '1 High Street', postcode = 'ZZ99 3VZ' where id = $1`,
      [patientId],
    )
    await tellResult(setting.clinician, told({ patientId, resultId }))
    const letters = await asActor(setting.clinician, (tx) =>
      tx.message.findMany({ where: { patientId }, orderBy: { recipient: 'asc' } }),
    )
    expect(letters.map(({ recipient, channel }) => [recipient, channel])).toEqual([
      ['person', 'letter'],
      ['practice', 'letter'],
    ])
    for (const { content } of letters) {
      expect(JSON.stringify(content)).toContain('PSA')
      expect(JSON.stringify(content)).toContain('telephone')
    }
  })

  it('is by a person and not by letter alone where it is not in range', async () => {
    const place = await reviewed()
    expect((await findTelling(setting.clinician, place))?.waysToTell).toEqual(['telephone', 'in_person'])
    const inWriting = tellResult(setting.clinician, told(place, { toldBy: 'letter' }))
    await expect(inWriting).rejects.toMatchObject({ errors: [{ field: 'toldBy' }] })
    expect(await owed(place.patientId)).toEqual([place.resultId])
  })

  it('follows results that were confirmed together, too', async () => {
    const patientId = await setting.patient()
    const resultId = await setting.file(patientId)
    const list = await listResultsToReview(setting.clinician)
    expect(list.inRange.map(({ result }) => result.id)).not.toContain(resultId)
    const { patientId: followed } = await setting.followed()
    const other = await setting.file(followed)
    const { result } = (await listResultsToReview(setting.clinician)).inRange.find(
      (one) => one.result.id === other,
    )!
    await confirmResults(setting.clinician, {
      results: [{ patientId: followed, resultId: other, judgementId: result.judgementId }],
    })
    expect(await owed(followed)).toHaveLength(1)
  })

  it('is owed anew for a correction, and no more for what it took the place of', async () => {
    const place = await reviewed()
    const { patientId } = place
    const right = await setting.file(patientId, { value: '0.02', replaces: place.resultId })
    expect(await owed(patientId)).toEqual([])
    expect(await setting.closures(patientId, 'tell_result')).toEqual(['superseded'])
    await setting.review({ patientId, resultId: right })
    expect(await owed(patientId)).toEqual([right])
    await expect(tellResult(setting.clinician, told(place))).rejects.toThrow('review')
  })

  it('is recorded once, by whoever is quicker', async () => {
    const place = await reviewed()
    const both = await Promise.allSettled([
      tellResult(setting.clinician, told(place)),
      tellResult(setting.supportWorker, told(place)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(tellResult(setting.clinician, told(place))).rejects.toThrow(Stale)
    expect((await setting.row(place.resultId)).tellings).toHaveLength(1)
  })

  it('waits for the review, is no earlier than the sample, and of a test is told under the test', async () => {
    const patientId = await setting.patient()
    const resultId = await setting.file(patientId)
    await expect(tellResult(setting.clinician, told({ patientId, resultId }))).rejects.toThrow('review')
    const place = await reviewed()
    const early = told(place, { on: addDays(today(), -1) })
    await expect(tellResult(setting.clinician, early)).rejects.toMatchObject({ errors: [{ field: 'on' }] })
    const due = await setting.due()
    const ofTest = { patientId: due.patientId, resultId: await setting.file(due.patientId) }
    await expect(tellResult(setting.clinician, told(ofTest))).rejects.toThrow('test of follow-up')
    const asTask = { patientId: due.patientId, resultId: due.testId }
    expect(await findTelling(setting.clinician, asTask)).toBeNull()
  })

  it('is for the hospital teams that have the person in care', async () => {
    const place = await reviewed()
    await expect(tellResult(setting.gp, told(place))).rejects.toThrow(NotAllowed)
    await expect(tellResult(setting.urologist, told(place))).rejects.toThrow(NotFound)
    await expect(findTelling(setting.gp, place)).rejects.toThrow(NotAllowed)
  })
})

describe('telling a result under its test', () => {
  it('begins with what was found and decided, and is reached from the result until it is told', async () => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId, { value: '0.24' })
    const opened = () => getResult(setting.supportWorker, { patientId, resultId })
    const page = () => getSurveillanceTest(setting.supportWorker, { patientId, testId })
    expect((await page()).found).toMatchObject([{ id: resultId, awaitsReview: true, reviews: [] }])
    expect((await opened()).toldUnder).toBeNull()
    await setting.review({ patientId, resultId }, { decision: 'contact', note: 'Call him first' })
    expect((await opened()).toldUnder).toBe(testId)
    const { found, version } = await page()
    expect(found).toMatchObject([
      { words: '0.24 µg/L', reviews: [{ decision: 'contact', note: 'Call him first' }] },
    ])
    expect((await page()).waysToTell).toEqual(['telephone', 'in_person'])
    expect((await getSurveillanceTest(setting.gp, { patientId, testId })).found).toEqual([])
    const input = { patientId, testId, version, step: 'told', on: today(), note: null } as const
    await recordTestStep(setting.supportWorker, { ...input, toldBy: 'telephone' })
    expect((await opened()).toldUnder).toBeNull()
  })

  it('offers every way of what is in range', async () => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId)
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    const { judgementId } = result
    await confirmResults(setting.clinician, { results: [{ patientId, resultId, judgementId }] })
    const { waysToTell } = await getSurveillanceTest(setting.supportWorker, { patientId, testId })
    expect(waysToTell).toContain('letter')
  })

  it('is logged as reading each result that its page shows', async () => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId)
    await getSurveillanceTest(setting.supportWorker, { patientId, testId })
    const { rows } = await setting.database.superuser.query(
      `select staff_id, entity_id from access_log where event = 'result.viewed' and patient_id = $1`,
      [patientId],
    )
    expect(rows).toEqual([{ staff_id: setting.supportWorker.staffId, entity_id: resultId }])
  })

  it('records the next date, and the practice has its copy', async () => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId)
    await setting.review({ patientId, resultId })
    const { version } = await asActor(setting.clinician, (tx) =>
      tx.surveillanceTest.findUniqueOrThrow({ where: { id: testId } }),
    )
    await recordTestStep(setting.clinician, {
      patientId,
      testId,
      version,
      step: 'told',
      on: today(),
      toldBy: 'telephone',
      note: null,
    })
    const [event] = await asActor(setting.clinician, (tx) =>
      tx.surveillanceTestEvent.findMany({ where: { testId, kind: 'told' } }),
    )
    expect(event?.nextOn?.toISOString().slice(0, 10)).toBe(addMonths(today(), 6))
    expect(await listReleasedResults(setting.gp, patientId)).toMatchObject([{ id: resultId }])
    expect(await owed(patientId)).toEqual([])
  })
})
