import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { recomputeNightly } from '@/lib/operations/recompute-follow-up'
import { atInstant, today } from '@/lib/platform/clock'
import { AFTER_PROSTATE_SURGERY, filedResult, onPathway } from '@/tests/factories/follow-up'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const night = { job: 'recompute_follow_up' } as const
const kindsOf = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => /surveillance|missed|result|follow_up/.test(kind))
    .map(({ kind }) => kind)

describe('the nightly work', () => {
  it('looks for what is past its grace, sees results, and changes nothing the second time', async () => {
    const { clinician, database } = setting
    const anchorOn = addMonths(today(), -6)
    const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn }
    const missed = await setting.patient()
    await onPathway(clinician, missed, plan)
    const tested = await setting.patient()
    const { testId } = await onPathway(clinician, tested, plan)
    await filedResult(database.superuser, { patientId: tested, testId, analyte: 'psa', sampledOn: today() })
    expect(await recomputeFollowUp(night)).toEqual({ pathways: 2, changed: 1 })
    expect(await kindsOf(tested)).toEqual(['request_surveillance_test', 'review_result'])
    const later = new Date(`${addDays(addMonths(anchorOn, 6), 43)}T02:00:00Z`)
    expect(await atInstant(later, () => recomputeFollowUp(night))).toEqual({ pathways: 2, changed: 1 })
    expect(await kindsOf(missed)).toEqual(['find_missed_test', 'request_surveillance_test'])
    expect(await atInstant(later, () => recomputeFollowUp(night))).toEqual({ pathways: 2, changed: 0 })
  })

  it('goes through more than one batch', async () => {
    const { clinician } = setting
    for (let number = 0; number < 55; number += 1) await onPathway(clinician, await setting.patient())
    await setting.database.superuser.query(
      `update task set due_on = due_on - 1 where kind = 'request_surveillance_test'`,
    )
    const { pathways, changed } = await recomputeFollowUp(night)
    expect(pathways).toBe(57)
    expect(changed).toBe(57)
    expect(await recomputeFollowUp(night)).toEqual({ pathways: 57, changed: 0 })
  })

  it('closes what is owed no more, though nothing else changed', async () => {
    const { clinician, database } = setting
    const patientId = await setting.patient()
    const { testId } = await onPathway(clinician, patientId)
    await database.superuser.query(
      `insert into task (id, kind, patient_id, team_id, due_on, subject_id)
       select uuidv7(), 'tell_result', patient_id, team_id, due_on, id from surveillance_test where id = $1`,
      [testId],
    )
    expect(await kindsOf(patientId)).toEqual(['request_surveillance_test', 'tell_result'])
    expect(await recomputeFollowUp(night)).toMatchObject({ changed: 1 })
    expect(await kindsOf(patientId)).toEqual(['request_surveillance_test'])
  })

  it('goes on where it stopped, after as many as were asked for', async () => {
    await setting.database.superuser.query(
      `update task set due_on = due_on - 1 where kind = 'request_surveillance_test'`,
    )
    const first = await recomputeFollowUp(night, { most: 50 })
    expect(first).toMatchObject({ pathways: 50, changed: 50 })
    const rest = await recomputeFollowUp(night, { after: first.next, most: 50 })
    expect(rest).toEqual({ pathways: 8, changed: 8 })
  })

  it('works out all others where one cannot be', async () => {
    const { clinician, database } = setting
    const { pathwayId: broken } = await onPathway(clinician, await setting.patient())
    await database.superuser.query(
      `insert into pathway_protocol (id, patient_id, pathway_id, number, protocol_code, protocol_version, content, overrides, reason)
       select uuidv7(), patient_id, id, 2, 'broken', '1', '{}', '[]', 'To see' from follow_up_pathway where id = $1`,
      [broken],
    )
    await database.superuser.query(
      `update task set due_on = due_on - 1 where kind = 'request_surveillance_test' and patient_id not in
         (select patient_id from follow_up_pathway where id = $1)`,
      [broken],
    )
    const failed: string[] = []
    const all = await recomputeFollowUp(night, { onFailure: (pathwayId) => failed.push(pathwayId) })
    expect(failed).toEqual([broken])
    expect(all).toEqual({ pathways: 59, changed: 58 })
    await expect(recomputeFollowUp(night)).rejects.toThrow()
  })

  it('is done by a process of its own for the worker, which says if it was not', async () => {
    const { superuser } = setting.database
    await superuser.query(`update task set due_on = due_on - 1 where kind = 'request_surveillance_test'`)
    const waiting = async () =>
      (
        await superuser.query(`select from task where kind = 'request_surveillance_test' and closed_at is null
        and due_on <> (select due_on from surveillance_test as test where test.id = task.subject_id)`)
      ).rowCount
    const before = await waiting()
    expect(before).toBeGreaterThan(50)
    await recomputeNightly({ _cron: { ts: '2026-11-29T01:37:00.000Z' } })
    expect(await waiting()).toBe(1)
    await expect(recomputeNightly({ after: 'nowhere' })).rejects.toThrow()
  })
})
