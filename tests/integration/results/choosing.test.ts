import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testWords } from '@/components/results/result-facts'
import { changePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { chooseTest } from '@/lib/results/choose-test'
import { getResult } from '@/lib/results/queries'
import { getResultForm } from '@/lib/results/result-form'
import { fileUnmatched } from '@/lib/results/settle-unmatched'
import { getTestChoice } from '@/lib/results/test-choice'
import { getUnmatched } from '@/lib/results/unmatched-queries'
import { nextNhsNumber } from '@/tests/factories/patients'
import { unmatchedMessage } from '@/tests/factories/unmatched-results'
import { shippedProtocol } from '@/tests/unit/reference/protocols'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

const FROM: CalendarDate = addMonths(today(), -12)

const choice = (place: { patientId: string; resultId: string }, change = {}) => ({
  ...place,
  shownTestId: '',
  answers: 'none' as const,
  reason: 'Taken a week early',
  ...change,
})

const tasksOf = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => /surveillance|missed|result/.test(kind))
    .map(({ kind, subject_id }) => `${kind} ${subject_id}`)
    .sort()

/** A test due in a month, whose window has not begun, and a result of today, which the dates give to nothing. */
const early = async () => {
  const { patientId } = await setting.followed({ anchorOn: addDays(FROM, 40) })
  const { rows } = await setting.database.superuser.query<{ id: string }>(
    `select id from surveillance_test where patient_id = $1 and occurrence = '12m'`,
    [patientId],
  )
  const resultId = await setting.file(patientId)
  return { patientId, testId: rows[0]?.id ?? '', resultId }
}

describe('choosing the test that a result answers', () => {
  it('offers the tests that wait, at filing and after', async () => {
    const { patientId, testId, resultId } = await early()
    const form = await getResultForm(setting.clinician, { patientId, replacesId: null, code: 'psa' })
    expect(form.tests).toMatchObject([{ id: testId, name: 'PSA', isExtra: false }])
    const page = await getTestChoice(setting.clinician, { patientId, resultId })
    expect(page.now).toMatchObject({ isExtra: true })
    expect(page.tests.map(({ id }) => id)).toEqual([testId])
  })

  it('moves the review to the ledger of that test, and the next test is planned', async () => {
    const { patientId, testId, resultId } = await early()
    const { now } = await getTestChoice(setting.clinician, { patientId, resultId })
    expect(await tasksOf(patientId)).toContain(`request_surveillance_test ${testId}`)
    await chooseTest(
      setting.supportWorker,
      choice({ patientId, resultId }, { shownTestId: now?.id, answers: testId }),
    )
    const tasks = await tasksOf(patientId)
    expect(tasks).toContain(`review_result ${testId}`)
    expect(tasks).not.toContain(`request_surveillance_test ${testId}`)
    expect(tasks.filter((task) => task.startsWith('review_result'))).toHaveLength(1)
    expect(tasks.filter((task) => task.startsWith('request_surveillance_test'))).toHaveLength(1)
    expect(await setting.events(patientId)).toContain('result.test_chosen')
    await setting.review({ patientId, resultId })
    expect(await tasksOf(patientId)).toContain(`tell_result ${testId}`)
  })

  it('to none gives the test back to who waits for it, and the result stands by itself', async () => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId)
    expect(await tasksOf(patientId)).toContain(`review_result ${testId}`)
    await chooseTest(setting.clinician, choice({ patientId, resultId }, { shownTestId: testId }))
    const tasks = await tasksOf(patientId)
    expect(tasks).toContain(`request_surveillance_test ${testId}`)
    expect(tasks).toContain(`review_result ${resultId}`)
    await setting.review({ patientId, resultId })
    expect(await tasksOf(patientId)).toContain(`tell_result ${resultId}`)
  })

  it('holds for every later version of the result', async () => {
    const { patientId, testId, resultId } = await early()
    const { now } = await getTestChoice(setting.clinician, { patientId, resultId })
    const change = { shownTestId: now?.id, answers: testId }
    await chooseTest(setting.clinician, choice({ patientId, resultId }, change))
    const right = await setting.file(patientId, { value: '0.02', replaces: resultId })
    const page = await getTestChoice(setting.clinician, { patientId, resultId: right })
    expect(page.now?.id).toBe(testId)
    expect(await tasksOf(patientId)).toContain(`review_result ${testId}`)
  })

  it('can be done as it is filed', async () => {
    const { patientId, testId } = await early()
    const resultId = await setting.file(patientId, { answers: testId, confirmedSlip: 'Seen twice' })
    const page = await getTestChoice(setting.clinician, { patientId, resultId })
    expect(page.now?.id).toBe(testId)
    const alone = await setting.file(patientId, { answers: 'none', confirmedSlip: 'Seen thrice' })
    expect((await getTestChoice(setting.clinician, { patientId, resultId: alone })).now).toBeNull()
    expect(await tasksOf(patientId)).toContain(`review_result ${alone}`)
  })

  it('of two pathways that could be meant is left to a person', async () => {
    const { patientId, testId } = await setting.due()
    await setting.followed({ patientId, anchorOn: FROM, icd10Code: 'C67' })
    const resultId = await setting.file(patientId)
    const page = await getTestChoice(setting.clinician, { patientId, resultId })
    expect(page.now).toBeNull()
    expect(page.tests.filter(({ dueOn }) => dueOn === today())).toHaveLength(2)
    await chooseTest(setting.clinician, choice({ patientId, resultId }, { answers: testId }))
    expect(await tasksOf(patientId)).toContain(`review_result ${testId}`)
  })

  it('of a pathway is a further one where only its protocol asks for what was examined', async () => {
    const { patientId, pathwayId } = await setting.followed()
    await setting.followed({ patientId, protocol: shippedProtocol('breast'), icd10Code: 'C50.9' })
    const resultId = await setting.file(patientId, { value: '0.9' })
    const { testId } = await setting.row(resultId)
    const { rows } = await setting.database.superuser.query(
      'select pathway_id from surveillance_test where id = $1',
      [testId],
    )
    expect(rows).toEqual([{ pathway_id: pathwayId }])
    await setting.review({ patientId, resultId }, { decision: 'recall' })
    const alone = await setting.file(patientId, {
      value: '0.8',
      answers: 'none',
      confirmedSlip: 'Seen twice',
    })
    expect(await getResult(setting.clinician, { patientId, resultId: alone })).toMatchObject({
      answers: null,
      hasPathway: true,
    })
    await setting.review(
      { patientId, resultId: alone },
      { decision: 'repeat', repeatOn: addDays(today(), 30) },
    )
  })

  it('that the person was told is not told again under the test of another pathway', async () => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId)
    await setting.review({ patientId, resultId })
    const { version } = await getSurveillanceTest(setting.clinician, { patientId, testId })
    const step = { version, step: 'told', on: today(), toldBy: 'telephone', note: null } as const
    await recordTestStep(setting.clinician, { patientId, testId, ...step })
    await setting.followed({ patientId, anchorOn: FROM, icd10Code: 'C67' })
    const { tests } = await getTestChoice(setting.clinician, { patientId, resultId })
    const other = tests.find(({ id, dueOn }) => id !== testId && dueOn === today())
    const change = { shownTestId: testId, answers: other?.id }
    await chooseTest(setting.clinician, choice({ patientId, resultId }, change))
    expect((await getTestChoice(setting.clinician, { patientId, resultId })).now?.id).toBe(other?.id)
    expect((await tasksOf(patientId)).filter((task) => task.startsWith('tell_result'))).toEqual([])
  })

  it('offers a test of an ended pathway whose result is waited for', async () => {
    const { patientId, testId } = await setting.due()
    const { clinician } = setting
    const step = { version: 1, step: 'done', on: today(), toldBy: '', note: null } as const
    await recordTestStep(clinician, { patientId, testId, ...step })
    const end = { step: 'ended', on: today(), end: 'person_declined', reason: 'Wants no more' } as const
    const nothing = { byOn: null, teamId: '', letter: null }
    const [pathway] = (await getFollowUp(clinician, patientId)).pathways
    const { id: pathwayId = '', version = 0 } = pathway ?? {}
    await changePathway(clinician, { patientId, pathwayId, version, ...end, ...nothing })
    await setting.followed({ patientId, anchorOn: FROM, icd10Code: 'C67' })
    const resultId = await setting.file(patientId)
    const { now, tests } = await getTestChoice(clinician, { patientId, resultId })
    expect(now).toBeNull()
    const due = tests.filter(({ dueOn }) => dueOn === today())
    expect(due.map(({ isOver }) => isOver).sort()).toEqual([false, true])
    const other = due.find(({ isOver }) => isOver)
    expect(other && testWords(other)).toMatch(/, of follow-up that has ended$/)
    await chooseTest(clinician, choice({ patientId, resultId }, { answers: testId }))
    expect(await tasksOf(patientId)).toContain(`review_result ${testId}`)
    expect(await tasksOf(patientId)).not.toContain(`chase_test_result ${testId}`)
  })

  it('can be done in the queue of what could not be filed', async () => {
    const nhsNumber = nextNhsNumber()
    const patientId = await setting.patient({ nhsNumber })
    const { pathwayId } = await setting.followed({ patientId, anchorOn: addDays(FROM, 40) })
    const said = { nhsNumber, familyName: 'Smith', givenName: 'Anne', bornOn: '1961-02-04' }
    const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
    const unmatchedId = await unmatchedMessage(setting.clinician, organisationId, said)
    const { tests } = await getUnmatched(setting.clinician, unmatchedId)
    const [test] = tests.filter(({ name }) => name === 'PSA')
    expect(test).toMatchObject({ patientId })
    const resultId = await fileUnmatched(setting.clinician, {
      unmatchedId,
      version: 1,
      patientId,
      code: 'psa',
      value: '0.05',
      unit: 'µg/L',
      reportText: null,
      outcome: undefined,
      sampledOn: today(),
      answers: test?.id ?? '',
      howKnown: 'Her own card says so',
    })
    expect((await getTestChoice(setting.clinician, { patientId, resultId })).now?.id).toBe(test?.id)
    expect(pathwayId).toBeTypeOf('string')
  })

  it('is refused for a test of somebody else or of another kind, and where somebody was quicker', async () => {
    const { patientId, testId } = await setting.due()
    const resultId = await setting.file(patientId)
    const { testId: elsewhere } = await setting.due()
    const shown = { shownTestId: testId }
    const place = { patientId, resultId }
    for (const answers of [elsewhere, crypto.randomUUID()])
      await expect(chooseTest(setting.clinician, choice(place, { ...shown, answers }))).rejects.toMatchObject(
        {
          errors: [{ field: 'answers' }],
        },
      )
    await expect(chooseTest(setting.clinician, choice(place))).rejects.toThrow(Stale)
    expect(await tasksOf(patientId)).toContain(`review_result ${testId}`)
  })

  it('is for the hospital teams that have the person in care', async () => {
    const { patientId } = await setting.due()
    const resultId = await setting.file(patientId)
    await expect(chooseTest(setting.gp, choice({ patientId, resultId }))).rejects.toThrow(NotAllowed)
    await expect(chooseTest(setting.urologist, choice({ patientId, resultId }))).rejects.toThrow(NotFound)
  })
})
