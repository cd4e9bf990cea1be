import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginCare } from '@/lib/care-teams/begin-care'
import { checkDecision } from '@/lib/follow-up/check-decision'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { previewInWords } from '@/lib/follow-up/labels'
import { writeDueLetters } from '@/lib/follow-up/write-due-letters'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { chooseTest } from '@/lib/results/choose-test'
import { AFTER_PROSTATE_SURGERY, onPathway, usualDecision } from '@/tests/factories/follow-up'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { filedResult, reviewedAsShown } from '@/tests/factories/results'
import { signedSummary } from '@/tests/factories/treatment-summaries'
import { makeMessageSetting, type MessageSetting } from '../messages/setting'
import { halfAYearAfter, said, taken, testOf } from './by-hand'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

/** What is owed, by the pathway or by one of its tests. */
const owedOn = async (pathwayId: string) => {
  const { rows } = await setting.database.superuser.query<{ words: string }>(
    `select concat_ws(' ', kind, test.occurrence, due_on) as words
     from task left join (select id, pathway_id, split_part(occurrence, ' ', 1) as occurrence from surveillance_test) as test
       on test.id = task.subject_id
     where (subject_id = $1 or test.pathway_id = $1) and closed_at is null order by 1`,
    [pathwayId],
  )
  return rows.map(({ words }) => words)
}

describe('what a clinician has asked for on the pathway before', () => {
  async function recalledWithRepeat() {
    const { clinician } = setting
    const person = await halfAYearAfter(setting)
    const { patientId, pathwayId } = person
    const resultId = await filedResult(clinician, patientId, { value: '0.25', confirmedSlip: 'As reported' })
    const repeatOn = addDays(today(), 28)
    await reviewedAsShown(clinician, { patientId, resultId }, { decision: 'repeat', repeatOn })
    await taken(setting, { patientId, pathwayId }, 'recalled')
    const open = (await owedOn(pathwayId)).filter((words) => /repeat|recall/.test(words))
    expect(open).toHaveLength(2)
    return { ...person, repeatOn, open }
  }

  it('goes on after another decision, by the same days', async () => {
    const { again, open, pathwayId } = await recalledWithRepeat()
    const next = await decideFollowUp(setting.clinician, again)
    expect(await owedOn(next.pathwayId)).toEqual(expect.arrayContaining(open))
    expect((await owedOn(pathwayId)).filter((words) => /repeat|recall/.test(words))).toEqual([])
  })

  it('is said before the decision is recorded', async () => {
    const { again, repeatOn } = await recalledWithRepeat()
    const words = previewInWords(await checkDecision(setting.clinician, again))
    expect(words).toContainEqual(expect.stringMatching(/before: Called back to clinic, to be seen by \d+/))
    expect(words).toContain(
      `Goes on from the pathway before: PSA to be repeated, due ${formatDateForStaff(repeatOn)}`,
    )
  })

  it('is not asked for a second time', async () => {
    const { again, patientId, pathwayId } = await recalledWithRepeat()
    await said(setting, { patientId, testId: await testOf(setting, pathwayId, 'repeat %') }, 'requested')
    const next = await decideFollowUp(setting.clinician, again)
    expect(await owedOn(next.pathwayId)).toContainEqual(expect.stringMatching(/^find_missed_test repeat/))
    await said(
      setting,
      { patientId, testId: await testOf(setting, next.pathwayId, 'repeat %') },
      'not_needed',
      { note: 'Done elsewhere' },
    )
    expect(await owedOn(next.pathwayId)).not.toContainEqual(expect.stringMatching(/repeat/))
  })

  it('has to be seen to before the practice takes over', async () => {
    const { again, patientId, pathwayId } = await recalledWithRepeat()
    const letter = { stream: 'discharge_to_practice', protocol: '', letter: 'Please watch.' } as const
    const handOver = { ...again, ...letter }
    for (const attempt of [checkDecision, decideFollowUp])
      await expect(attempt(setting.clinician, handOver)).rejects.toThrow(
        expect.objectContaining({
          errors: [
            {
              field: 'stream',
              message: expect.stringMatching(/Called back to clinic.*PSA to be repeated/) as string,
            },
          ],
        }),
      )
    await taken(setting, { patientId, pathwayId }, 'seen_after_recall')
    await expect(decideFollowUp(setting.clinician, handOver)).rejects.toThrow(RuleBroken)
    await said(setting, { patientId, testId: await testOf(setting, pathwayId, 'repeat %') }, 'not_needed', {
      note: 'Seen in clinic',
    })
    await decideFollowUp(setting.clinician, handOver)
  })
})

describe('a test that was just done', () => {
  const remindersOf = async (patientId: string) => {
    await writeDueLetters({ job: 'write_letters' })
    const { rows } = await setting.database.superuser.query<{ about: string }>(
      `select about from message where patient_id = $1 and about like 'test_%'`,
      [patientId],
    )
    return rows
  }
  const choicesOf = async (resultId: string) => {
    const { rows } = await setting.database.superuser.query<{ test_id: string; reason: string }>(
      'select test_id, reason from chosen_test where result_id = $1',
      [resultId],
    )
    return rows
  }

  it('counts on the pathway of another decision, reviewed and told as it is', async () => {
    const { clinician } = setting
    const { again, patientId, pathwayId } = await halfAYearAfter(setting)
    const testId = await testOf(setting, pathwayId, '6m')
    await said(setting, { patientId, testId }, 'done')
    const resultId = await filedResult(clinician, patientId)
    await reviewedAsShown(clinician, { patientId, resultId })
    await said(setting, { patientId, testId }, 'told', { toldBy: 'telephone' })
    const next = await decideFollowUp(clinician, again)
    expect(await owedOn(next.pathwayId)).toEqual([
      `request_surveillance_test 12m ${addMonths(again.anchorOn, 12)}`,
    ])
    expect(await owedOn(pathwayId)).toEqual([])
    expect(await remindersOf(patientId)).toEqual([])
    expect(await choicesOf(resultId)).toEqual([
      {
        test_id: await testOf(setting, next.pathwayId, '6m'),
        reason: 'Sampled in the window of this test before the pathway was decided',
      },
    ])
    expect(await setting.events(patientId)).toContain('result.test_chosen')
  })

  it('counts where nobody was on a pathway, and is told under its test', async () => {
    const { clinician } = setting
    const patientId = await setting.reachable()
    const anchorOn = addMonths(today(), -6)
    const resultId = await filedResult(clinician, patientId, { sampledOn: addDays(today(), -5) })
    await reviewedAsShown(clinician, { patientId, resultId })
    const { pathwayId } = await onPathway(clinician, patientId, { ...AFTER_PROSTATE_SURGERY, anchorOn })
    const owed = await owedOn(pathwayId)
    expect(owed).toHaveLength(2)
    expect(owed).toContainEqual(expect.stringMatching(/^tell_result 6m/))
    expect(owed).toContain(`request_surveillance_test 12m ${addMonths(anchorOn, 12)}`)
    const tasks = await setting.openTasks(patientId)
    expect(tasks.filter(({ kind }) => kind === 'tell_result')).toHaveLength(1)
    expect(await remindersOf(patientId)).toEqual([])
  })

  it('waits for its review under the new test, and can be said to answer none', async () => {
    const { clinician } = setting
    const { again, patientId } = await halfAYearAfter(setting)
    const resultId = await filedResult(clinician, patientId)
    const next = await decideFollowUp(clinician, again)
    expect(await owedOn(next.pathwayId)).toContainEqual(expect.stringMatching(/^review_result 6m/))
    const shownTestId = await testOf(setting, next.pathwayId, '6m')
    const choice = {
      patientId,
      resultId,
      shownTestId,
      answers: 'none',
      reason: 'Another laboratory',
    } as const
    await chooseTest(clinician, choice)
    expect(await owedOn(next.pathwayId)).toContainEqual(
      expect.stringMatching(/^request_surveillance_test 6m/),
    )
    const third = await decideFollowUp(clinician, again)
    expect(await owedOn(third.pathwayId)).toContainEqual(
      expect.stringMatching(/^request_surveillance_test 6m/),
    )
  })

  it('counts once, by the first day, and is said before the decision is recorded', async () => {
    const { clinician } = setting
    const { again, patientId } = await halfAYearAfter(setting)
    const sampledOn = addDays(today(), -5)
    await filedResult(clinician, patientId, { sampledOn })
    const later = await filedResult(clinician, patientId)
    expect(previewInWords(await checkDecision(clinician, again))).toEqual([
      ...[12, 18, 24, 36].map(
        (months) => `PSA, due ${formatDateForStaff(addMonths(again.anchorOn, months))}`,
      ),
      `PSA of ${formatDateForStaff(sampledOn)} counts for the one due ${formatDateForStaff(today())}`,
      expect.stringMatching(/^Follow-up goes on until/),
    ])
    await decideFollowUp(clinician, again)
    expect(await choicesOf(later)).toEqual([])
  })

  it('counts while its result is waited for, which then comes to it', async () => {
    const { clinician } = setting
    const { again, patientId, pathwayId } = await halfAYearAfter(setting)
    const on = addDays(today(), -2)
    await said(setting, { patientId, testId: await testOf(setting, pathwayId, '6m') }, 'done', { on })
    expect(previewInWords(await checkDecision(clinician, again))).toContain(
      `PSA of ${formatDateForStaff(on)} counts for the one due ${formatDateForStaff(today())}`,
    )
    const next = await decideFollowUp(clinician, again)
    expect(await owedOn(next.pathwayId)).toContainEqual(expect.stringMatching(/^chase_test_result 6m/))
    expect(await owedOn(pathwayId)).toEqual([])
    expect(await remindersOf(patientId)).toEqual([])
    await filedResult(clinician, patientId, { sampledOn: on })
    expect(await owedOn(next.pathwayId)).toContainEqual(expect.stringMatching(/^review_result 6m/))
  })

  it('stays with another pathway that goes on', async () => {
    const { clinician } = setting
    const { again, patientId, pathwayId } = await halfAYearAfter(setting)
    const resultId = await filedResult(clinician, patientId)
    const second = { ...AFTER_PROSTATE_SURGERY, anchorOn: addDays(again.anchorOn, 1) }
    await onPathway(clinician, patientId, second)
    expect(await choicesOf(resultId)).toEqual([])
    expect(await owedOn(pathwayId)).toContainEqual(expect.stringMatching(/^review_result 6m/))
  })
})

describe('somebody who is a clinician of two teams that care', () => {
  it('decides for the team that follows the person up, or that owes the decision', async () => {
    const { clinician, database, urologist, breast, urology } = setting
    const { owner } = database.pools
    const ofBoth = { 'ZT101-BREAST': 'clinician', 'ZT101-UROLOGY': 'clinician' } as const
    const both = await actorAtWork(owner, { teams: ofBoth, familyName: 'Both' })
    const teamOf = async (pathwayId: string) => {
      const { rows } = await database.superuser.query<{ team_id: string }>(
        'select team_id from follow_up_pathway where id = $1',
        [pathwayId],
      )
      return rows[0]?.team_id
    }
    for (const [teamId, actor] of [
      [breast, clinician],
      [urology, urologist],
    ] as const) {
      const { again, patientId, pathwayId } = await halfAYearAfter(setting)
      await beginCare(clinician, { patientId, teamId: urology })
      if (teamId === urology) await taken(setting, { patientId, pathwayId }, 'transferred', { teamId })
      expect(await teamOf((await decideFollowUp(both, again)).pathwayId)).toBe(teamId)
      const { summary } = await signedSummary(actor, patientId)
      const first = usualDecision(patientId, summary.diagnosisId, addMonths(today(), -6))
      expect(await teamOf((await decideFollowUp(both, first)).pathwayId)).toBe(teamId)
    }
  })
})
