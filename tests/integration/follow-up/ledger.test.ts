import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseFollowUpFilter } from '@/lib/follow-up/follow-up-filter'
import { getFollowUpLedger } from '@/lib/follow-up/get-ledger'
import { filedResult } from '@/tests/factories/results'
import { listFollowUp } from '@/lib/follow-up/list-follow-up'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotAllowed } from '@/lib/platform/errors'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const all = parseFollowUpFilter({})

describe('the ledger of follow-up', () => {
  it('proves that nobody is lost, and names who is', async () => {
    const { clinician, database, urologist } = setting
    const [kept, lost, died] = [await setting.patient(), await setting.patient(), await setting.patient()]
    for (const patientId of [kept, lost, died]) await onPathway(clinician, patientId)
    await recordDeath(clinician, { patientId: died, version: 1, diedOn: today(), isChecked: true })
    expect(await getFollowUpLedger(clinician)).toEqual({
      counts: { people: 2, without: 0, doubled: 0 },
      without: [],
    })
    await database.superuser.query(
      `update task set closed_at = now(), closure = 'superseded' where patient_id = $1 and kind = 'request_surveillance_test'`,
      [lost],
    )
    const { counts, without } = await getFollowUpLedger(clinician)
    expect(counts).toEqual({ people: 2, without: 1, doubled: 0 })
    expect(without.map(({ patientId }) => patientId)).toEqual([lost])
    expect((await getFollowUpLedger(urologist)).counts.people).toBe(0)
    await expect(getFollowUpLedger(setting.gp)).rejects.toThrow(NotAllowed)
    const { rows } = await database.pools.owner.query(
      'select count(*)::int as people from access.follow_up_ledger()',
    )
    expect(rows).toEqual([{ people: 2 }])
  })
})

describe('the list of people on follow-up', () => {
  it('has those of the actor’s teams with what is next, and can show the overdue alone', async () => {
    const { supportWorker, clinician, urologist } = setting
    const patientId = await setting.patient()
    const plan = {
      ...AFTER_PROSTATE_SURGERY,
      anchorOn: addMonths(today(), -9),
      decidedOn: addMonths(today(), -8),
    }
    await onPathway(clinician, patientId, plan)
    const { rows, total } = await listFollowUp(supportWorker, all)
    expect(rows).toHaveLength(total)
    expect(rows.find((row) => row.patientId === patientId)).toMatchObject({
      next: { name: 'PSA', dueOn: addDays(plan.anchorOn, 42), isOverdue: true },
      waiting: null,
    })
    const overdue = await listFollowUp(supportWorker, { show: 'overdue', page: 1 })
    expect(overdue.rows.map((row) => row.patientId)).toEqual([patientId])
    await filedResult(clinician, patientId)
    const [waiting] = (await listFollowUp(supportWorker, all)).rows.filter(
      (row) => row.patientId === patientId,
    )
    expect(waiting).toMatchObject({ waiting: { name: 'PSA', isResulted: true } })
    expect((await listFollowUp(urologist, all)).total).toBe(0)
    await expect(listFollowUp(setting.gp, all)).rejects.toThrow(NotAllowed)
  })
})
