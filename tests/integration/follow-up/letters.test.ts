import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getOwnFollowUp } from '@/lib/follow-up/get-own-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { writeDueLetters } from '@/lib/follow-up/write-due-letters'
import { getMessage } from '@/lib/messages/queries'
import { postLetters } from '@/lib/messages/post-letters'
import { getSentMessage } from '@/lib/messages/practice-queries'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { atInstant, today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { confirmResults } from '@/lib/results/confirm-results'
import { getResult } from '@/lib/results/queries'
import { reviewResult } from '@/lib/results/review-result'
import {
  AFTER_PROSTATE_SURGERY,
  changedForPerson,
  onPathway,
  type FollowUpPlan,
} from '@/tests/factories/follow-up'
import { wordsOfLetter } from '@/tests/factories/letters'
import { filedResult, reviewedAsShown } from '@/tests/factories/results'
import { makeMessageSetting, type MessageSetting } from '../messages/setting'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

type Written = { id: string; about: string; channel: string; recipient: string; template: string }
const written = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<Written>(
    `select id, split_part(about, ':', 1) || coalesce(substring(about from '(:notice|:practice)$'), '') as about,
       channel::text, recipient::text, template from message where patient_id = $1 order by id`,
    [patientId],
  )
  return rows
}
const told = async (patientId: string) =>
  (await written(patientId)).filter(({ about }) => about.startsWith('told'))
const words = async (patientId: string, messageId: string | undefined) => {
  const { letter } = await getMessage(setting.clinician, { patientId, messageId: messageId ?? '' })
  if (!letter) throw new Error('no letter')
  return wordsOfLetter(letter)
}

/** Somebody who can be reached, whose PSA of six months after surgery is due about today. */
async function withTestDue(plan: FollowUpPlan = {}) {
  const patientId = await setting.reachable()
  const anchorOn = addMonths(today(), -6)
  const { pathwayId } = await onPathway(setting.clinician, patientId, {
    ...AFTER_PROSTATE_SURGERY,
    anchorOn,
    ...plan,
  })
  const { pathways } = await getFollowUp(setting.clinician, patientId)
  const test = pathways[0]?.tests.at(-1)
  if (!test) throw new Error('no test is due')
  return { patientId, pathwayId, testId: test.id, dueOn: test.dueOn, nextOn: addMonths(anchorOn, 12) }
}
type Due = Awaited<ReturnType<typeof withTestDue>>

/** @returns the id of the result */
async function reviewed({ patientId }: Due, value = '<0.01'): Promise<string> {
  const { clinician } = setting
  const resultId = await filedResult(clinician, patientId, { value })
  const { result } = await getResult(clinician, { patientId, resultId })
  const { judgementId } = result
  if (result.isInRange) await confirmResults(clinician, { results: [{ patientId, resultId, judgementId }] })
  else
    await reviewResult(clinician, {
      patientId,
      resultId,
      judgementId,
      decision: 'recall',
      repeatOn: null,
      suspendUntil: null,
      note: null,
    })
  return resultId
}

async function tell({ patientId, testId }: Due, toldBy: ToldBy): Promise<void> {
  const { version } = await getSurveillanceTest(setting.supportWorker, { patientId, testId })
  const input = { patientId, testId, version, step: 'told', on: today(), toldBy, note: null } as const
  await recordTestStep(setting.supportWorker, input)
}

const atNight = (day: CalendarDate) =>
  atInstant(new Date(`${day}T02:00:00Z`), () => writeDueLetters({ job: 'write_letters' }))

describe('telling somebody their result', () => {
  it('writes the letter with the next date, a notice without a word of health, and the practice’s copy', async () => {
    const due = await withTestDue()
    await reviewed(due)
    await tell(due, 'letter')
    const rows = await told(due.patientId)
    expect(rows).toMatchObject([
      { about: 'told', channel: 'letter', recipient: 'person' },
      { about: 'told:notice', channel: 'text_message', template: 'letter_coming' },
      { about: 'told:practice', channel: 'letter', recipient: 'practice' },
    ])
    const letter = await words(due.patientId, rows[0]?.id)
    expect(letter).toContain('<0.01 µg/L')
    expect(letter).toContain('in the range that we look for')
    expect(letter).toContain(formatDateForPatient(due.nextOn))
    expect(letter).toContain('If something worries you')
    const copy = wordsOfLetter((await getSentMessage(setting.gp, rows[2]?.id ?? '')).letter)
    expect(copy).toContain('<0.01 µg/L')
    expect(copy).toContain(`PSA blood test, around ${formatDateForPatient(due.nextOn)}`)
    expect(copy).toContain('by letter')
    expect(
      (await setting.openTasks(due.patientId, 'post_letter')).map(({ subject_id }) => subject_id),
    ).toContain(rows[0]?.id)
  })

  it('writes by post alone to somebody without internet', async () => {
    const due = await withTestDue({ isDigital: 'no' })
    await reviewed(due)
    await tell(due, 'telephone')
    expect((await written(due.patientId)).filter(({ channel }) => channel !== 'letter')).toEqual([])
    expect((await told(due.patientId)).map(({ recipient }) => recipient)).toEqual(['person', 'practice'])
  })

  it('never tells what is out of range without a person', async () => {
    const due = await withTestDue()
    await reviewed(due, '0.5')
    for (const way of ['letter', 'email', 'text_message'] as const)
      await expect(tell(due, way)).rejects.toThrow(RuleBroken)
    expect(await told(due.patientId)).toEqual([])
    await tell(due, 'telephone')
    const [letter] = await told(due.patientId)
    const said = await words(due.patientId, letter?.id)
    expect(said).toContain('We talked with you by telephone')
    expect(said).toContain('We would like to see you in clinic')
    expect(said).not.toContain('range that we look for')
  })

  it('writes nothing that would be stopped to somebody who was told in another way', async () => {
    const due = await withTestDue()
    await setting.database.superuser.query(
      `update patient set address_line_1 = null, postcode = null where id = $1`,
      [due.patientId],
    )
    await reviewed(due)
    await tell(due, 'in_person')
    expect((await told(due.patientId)).map(({ about }) => about)).toEqual(['told:practice'])
  })

  it('tells nobody what is rolled back', async () => {
    const due = await withTestDue()
    await reviewed(due)
    const { version } = await getSurveillanceTest(setting.clinician, due)
    const { patientId, testId } = due
    const input = {
      patientId,
      testId,
      version,
      step: 'told',
      on: today(),
      toldBy: 'letter',
      note: null,
    } as const
    const both = await Promise.allSettled([
      recordTestStep(setting.clinician, input),
      recordTestStep(setting.supportWorker, input),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await told(patientId)).toHaveLength(3)
  })
})

describe('a letter that waits to be posted while the result that it tells is corrected', () => {
  const post = async (patientId: string) => {
    const letters = (await told(patientId)).filter(
      ({ channel, recipient }) => channel === 'letter' && recipient === 'person',
    )
    const ids = letters.map(({ id }) => id)
    const { stopped } = await postLetters(setting.clinician, { letter: ids, postedOn: today() })
    return ids.map((id) => (stopped.includes(id) ? 'stopped' : 'posted'))
  }

  it('leaves where nothing came after it', async () => {
    const due = await withTestDue()
    await reviewed(due)
    await tell(due, 'letter')
    expect(await post(due.patientId)).toEqual(['posted'])
  })

  it('does not leave while the team owes the person the news', async () => {
    const due = await withTestDue()
    const replaces = await reviewed(due)
    await tell(due, 'letter')
    await filedResult(setting.clinician, due.patientId, { value: '0.4', replaces })
    expect(await post(due.patientId)).toEqual(['stopped'])
    const [letter] = await told(due.patientId)
    const toPost = (await setting.openTasks(due.patientId, 'post_letter')).map(({ subject_id }) => subject_id)
    expect(toPost).not.toContain(letter?.id)
    expect(await setting.openTasks(due.patientId, 'review_result')).toHaveLength(1)
  })

  it('gives way to the letter that tells what it is now', async () => {
    const due = await withTestDue()
    const replaces = await reviewed(due)
    await tell(due, 'letter')
    const { clinician } = setting
    const { patientId } = due
    const resultId = await filedResult(clinician, patientId, { value: '0.02', replaces })
    await reviewedAsShown(clinician, { patientId, resultId }, { decision: 'continue' })
    await tell(due, 'telephone')
    expect(await post(patientId)).toEqual(['stopped', 'posted'])
  })
})

describe('the letters that a protocol names', () => {
  it('begin with a welcome that says the next tests, what to watch for and whom to call', async () => {
    const { patientId, dueOn } = await withTestDue()
    const [welcome, notice] = await written(patientId)
    expect([welcome?.about, notice?.about]).toEqual(['follow_up_begun', 'follow_up_begun:notice'])
    const said = await words(patientId, welcome?.id)
    expect(said).toContain(`around ${formatDateForPatient(dueOn)}`)
    expect(said).toContain('What to watch for')
    expect(said).toContain('cannot pass water')
  })

  it('remind once when the window opens and once when the grace is over, by night', async () => {
    const { patientId, testId, dueOn } = await withTestDue({ anchorOn: addDays(addMonths(today(), -6), 60) })
    await setting.database.superuser.query(`update staff_session set expires_at = now() + interval '1 year'`)
    const reminders = async () =>
      (await written(patientId)).map(({ about }) => about).filter((about) => about.startsWith('test'))
    await atNight(today())
    expect(await reminders()).toEqual([])
    await atNight(addDays(dueOn, -28))
    await atNight(addDays(dueOn, -27))
    expect(await reminders()).toEqual(['test_due', 'test_due:notice'])
    await atNight(addDays(dueOn, 43))
    await atNight(addDays(dueOn, 44))
    expect(await reminders()).toEqual(['test_due', 'test_due:notice', 'test_overdue', 'test_overdue:notice'])
    expect((await getSurveillanceTest(setting.clinician, { patientId, testId })).test.id).toBe(testId)
  })

  it('remind again of a test whose day was moved since', async () => {
    const due = await withTestDue()
    const reminders = async () =>
      (await written(due.patientId)).filter(({ about }) => about === 'test_due').map(({ id }) => id)
    await atNight(today())
    await atNight(addDays(today(), 1))
    expect(await reminders()).toHaveLength(1)
    const on = addMonths(today(), -3)
    await changedForPerson(setting.clinician, due, { kind: 'anchor', on })
    const movedTo = addMonths(on, 6)
    await atNight(addDays(movedTo, -29))
    expect(await reminders()).toHaveLength(1)
    await atNight(addDays(movedTo, -28))
    await atNight(addDays(movedTo, -27))
    const [, again, ...more] = await reminders()
    expect(more).toEqual([])
    expect(await words(due.patientId, again)).toContain(formatDateForPatient(movedTo))
  })

  it('are stopped when what they ask for has happened before they leave', async () => {
    const due = await withTestDue()
    await atNight(today())
    const reminder = (await written(due.patientId)).find(({ about }) => about === 'test_due')
    const { clinician } = setting
    const waiting = await getMessage(clinician, { patientId: due.patientId, messageId: reminder?.id ?? '' })
    expect(waiting.message.heldBackBy).toBeNull()
    await filedResult(clinician, due.patientId)
    const { stopped } = await postLetters(clinician, { letter: [reminder?.id ?? ''], postedOn: today() })
    expect(stopped).toEqual([reminder?.id])
    expect(await setting.openTasks(due.patientId, 'settle_message')).toEqual([])
  })

  it('are stopped when the test has been moved before they leave', async () => {
    const due = await withTestDue()
    await atNight(today())
    const [reminder] = (await written(due.patientId)).filter(({ about }) => about === 'test_due')
    await changedForPerson(setting.clinician, due, { kind: 'anchor', on: addMonths(today(), -3) })
    const letters = { letter: [reminder?.id ?? ''], postedOn: today() }
    expect((await postLetters(setting.clinician, letters)).stopped).toEqual([reminder?.id])
  })

  it('ask somebody to call whom nobody has told what is out of range, and say nothing of the result', async () => {
    const due = await withTestDue()
    await reviewed(due, '0.5')
    for (const days of [10, 11]) await atNight(addDays(today(), days))
    const asked = (await written(due.patientId)).filter(({ about }) => about.startsWith('result_to_discuss'))
    expect(asked.map(({ template }) => template)).toEqual(['letter', 'please_call'])
    expect(await words(due.patientId, asked[0]?.id)).not.toMatch(/0\.5|range|µg/)
  })

  it('leave an in-range result that nobody told to the team', async () => {
    const due = await withTestDue()
    await reviewed(due)
    await atNight(addDays(today(), 10))
    expect((await written(due.patientId)).filter(({ about }) => about.startsWith('result'))).toEqual([])
  })

  it('end with what was done, what to watch for and how to come back, to the person and the practice', async () => {
    const due = await withTestDue()
    await reviewed(due)
    await tell(due, 'letter')
    await changePathway(setting.clinician, {
      patientId: due.patientId,
      pathwayId: due.pathwayId,
      version: 1,
      step: 'ended',
      on: today(),
      byOn: null,
      teamId: '',
      end: 'completed',
      letter: 'Please check the PSA once a year.',
      reason: 'Every test was done',
    })
    const ended = (await written(due.patientId)).filter(({ about }) => about.startsWith('follow_up_ended'))
    expect(ended.map(({ about }) => about)).toEqual([
      'follow_up_ended',
      'follow_up_ended:notice',
      'follow_up_ended:practice',
    ])
    const said = await words(due.patientId, ended[0]?.id)
    for (const part of ['PSA blood test', 'once on', 'How to come back to us', 'What to watch for'])
      expect(said).toContain(part)
    expect(said).not.toContain('Please check the PSA')
    const copy = wordsOfLetter((await getSentMessage(setting.gp, ended[2]?.id ?? '')).letter)
    expect(copy).toContain('Please check the PSA once a year.')
  })

  it('go out when the practice takes over, although no protocol says so', async () => {
    const patientId = await setting.reachable()
    const words = 'Thank you for taking over.'
    await onPathway(setting.clinician, patientId, {
      stream: 'discharge_to_practice',
      protocol: '',
      letter: words,
    })
    const ended = await written(patientId)
    expect(ended.map(({ about }) => about)).toEqual([
      'follow_up_ended',
      'follow_up_ended:notice',
      'follow_up_ended:practice',
    ])
    expect(wordsOfLetter((await getSentMessage(setting.gp, ended[2]?.id ?? '')).letter)).toContain(words)
  })
})

describe('by night, a result that a rule objects to since its review', () => {
  it('is owed a review again, as by day', async () => {
    const due = await withTestDue()
    await reviewed(due)
    await setting.database.superuser.query(
      `insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts)
       select uuidv7(), patient_id, result_id, team_id, false, '[{"key": "raised since"}]' from result_judgement where patient_id = $1`,
      [due.patientId],
    )
    await recomputeFollowUp({ job: 'recompute_follow_up' })
    expect(await setting.openTasks(due.patientId, 'review_result')).toHaveLength(1)
    expect(await setting.openTasks(due.patientId, 'tell_result')).toEqual([])
  })
})

describe('what a person keeps of their follow-up', () => {
  it('says the next test as it stands, is for the hospital team to print, and is over with the pathway', async () => {
    const due = await withTestDue()
    const { sheet } = await getOwnFollowUp(setting.supportWorker, due)
    expect(wordsOfLetter(sheet)).toContain(`PSA blood test: around ${formatDateForPatient(due.dueOn)}`)
    expect(await setting.events(due.patientId)).toContain('follow_up.printed')
    await expect(getOwnFollowUp(setting.gp, due)).rejects.toThrow(NotAllowed)
    await expect(getOwnFollowUp(setting.urologist, due)).rejects.toThrow(NotFound)
    await reviewed(due)
    const after = await getOwnFollowUp(setting.supportWorker, due)
    expect(wordsOfLetter(after.sheet)).not.toContain(`around ${formatDateForPatient(due.dueOn)}`)
    expect(wordsOfLetter(after.sheet)).toContain(`around ${formatDateForPatient(due.nextOn)}`)
  })
})

describe('letters that cannot be written for one person', () => {
  it('keep nobody else’s from being written', async () => {
    const [broken, kept] = [await withTestDue(), await withTestDue()]
    await setting.database.superuser.query(
      `insert into pathway_protocol (id, patient_id, pathway_id, number, protocol_code, protocol_version, content, overrides, reason)
       select uuidv7(), patient_id, id, 2, 'broken', '1', '{}', '[]', 'To see' from follow_up_pathway where id = $1`,
      [broken.pathwayId],
    )
    const reminders = async ({ patientId }: Due) =>
      (await written(patientId)).map(({ about }) => about).filter((about) => about.startsWith('test'))
    const failed: string[] = []
    await writeDueLetters({ job: 'write_letters' }, (pathwayId) => failed.push(pathwayId))
    expect(failed).toEqual([broken.pathwayId])
    expect(await reminders(broken)).toEqual([])
    expect(await reminders(kept)).toEqual(['test_due', 'test_due:notice'])
    await expect(writeDueLetters({ job: 'write_letters' })).rejects.toThrow()
  })
})
