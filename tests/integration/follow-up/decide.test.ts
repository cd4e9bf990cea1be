import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { checkDecision } from '@/lib/follow-up/check-decision'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { getDecision } from '@/lib/follow-up/get-decision'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { recordedDiagnosis } from '@/tests/factories/diagnoses'
import { AFTER_PROSTATE_SURGERY, onPathway, usualDecision } from '@/tests/factories/follow-up'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { amendedSummary, shownSummary, signedSummary } from '@/tests/factories/treatment-summaries'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const FOLLOW_UP = ['request_surveillance_test', 'find_missed_test', 'review_follow_up', 'decide_follow_up']
const owed = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => FOLLOW_UP.includes(kind))
    .map(({ kind, due_on, team_id }) => ({ kind, due_on, team_id }))

async function withDiagnosis() {
  const patientId = await setting.patient()
  const diagnosedOn = addDays(today(), -100)
  const diagnosisId = await recordedDiagnosis(setting.clinician, patientId, { diagnosedOn })
  return { patientId, diagnosisId, decision: usualDecision(patientId, diagnosisId, diagnosedOn) }
}
const faultsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: unknown) => (error instanceof RuleBroken ? error.errors.map(({ field }) => field) : [error]),
  )

describe('a decision that is checked first', () => {
  it('says what would follow and records nothing, and the same form records it after', async () => {
    const { clinician } = setting
    const { decision, patientId } = await withDiagnosis()
    const form = { ...clinician, submission: { id: uuidv7(), action: 'follow-up.decide' } }
    const yearly = [12, 24, 36, 48].map((months) => addMonths(decision.anchorOn, months))
    expect(await checkDecision(form, decision)).toEqual({
      due: yearly.map((dueOn) => ({ name: 'Mammogram', dueOn })),
      along: [],
      endsOn: addMonths(decision.anchorOn, 60),
    })
    expect(await owed(patientId)).toEqual([])
    await decideFollowUp(form, decision)
    expect(await owed(patientId)).toMatchObject([{ due_on: yearly[0] }])
  })

  it('lacks what it would lack when it is recorded', async () => {
    const { decision } = await withDiagnosis()
    const early = { ...decision, prerequisites: ['person_agrees'] }
    expect(await faultsOf(checkDecision(setting.clinician, early))).toEqual(['waivedBecause'])
    await expect(checkDecision(setting.supportWorker, decision)).rejects.toThrow(NotAllowed)
    const letter = { stream: 'discharge_to_practice', protocol: '', letter: 'Please watch.' } as const
    expect(await checkDecision(setting.clinician, { ...decision, ...letter })).toEqual({
      due: [],
      along: [],
      endsOn: null,
    })
  })
})

describe('a decision about follow-up', () => {
  it('opens a pathway, with its first test owed by the team from the start', async () => {
    const { clinician, breast } = setting
    const patientId = await setting.patient()
    const anchorOn = addDays(today(), -100)
    await onPathway(clinician, patientId, { anchorOn })
    expect(await owed(patientId)).toEqual([
      { kind: 'request_surveillance_test', due_on: addMonths(anchorOn, 12), team_id: breast },
    ])
    expect(await setting.events(patientId)).toContain('follow_up.decided')
  })

  it('does not ask for what was over before the person came', async () => {
    const { clinician, breast } = setting
    const patientId = await setting.patient()
    const anchorOn = addDays(today(), -300)
    await onPathway(clinician, patientId, { ...AFTER_PROSTATE_SURGERY, anchorOn })
    expect(await owed(patientId)).toEqual([
      { kind: 'request_surveillance_test', due_on: addMonths(anchorOn, 12), team_id: breast },
    ])
  })

  it('needs what comes first, or the reason why not', async () => {
    const { clinician } = setting
    const { decision, patientId } = await withDiagnosis()
    const early = { ...decision, prerequisites: ['person_agrees'] }
    expect(await faultsOf(decideFollowUp(clinician, early))).toEqual(['waivedBecause'])
    expect(await owed(patientId)).toEqual([])
    await decideFollowUp(clinician, { ...early, waivedBecause: 'Moves away next week' })
    expect(await owed(patientId)).toHaveLength(1)
  })

  it('needs a reason where a criterion speaks against it', async () => {
    const { clinician } = setting
    const { decision } = await withDiagnosis()
    const against = { ...decision, criteria: ['metastatic'] }
    expect(await faultsOf(decideFollowUp(clinician, against))).toEqual(['standsBecause'])
    const clinic = { ...against, stream: 'clinician_led' as const }
    await decideFollowUp(clinician, clinic)
  })

  it('rests self-management on who can and will look after themselves, or on a reason', async () => {
    const { clinician } = setting
    const { decision } = await withDiagnosis()
    const cannot = { ...decision, canSelfManage: 'no' as const }
    expect(await faultsOf(decideFollowUp(clinician, cannot))).toEqual(['standsBecause'])
    await decideFollowUp(clinician, { ...cannot, standsBecause: 'Her daughter does it with her' })
    const { decision: other } = await withDiagnosis()
    const led = { ...other, canSelfManage: 'no' as const, stream: 'nurse_led' as const }
    await decideFollowUp(clinician, led)
  })

  it('takes only a protocol for this cancer and this stream', async () => {
    const { clinician } = setting
    const { decision } = await withDiagnosis()
    for (const protocol of ['', 'prostate-after-surgery', '../breast'])
      expect(await faultsOf(decideFollowUp(clinician, { ...decision, protocol }))).toEqual(['protocol'])
  })

  it('ends the pathway before it, whose tests are owed no more', async () => {
    const { clinician, database } = setting
    const patientId = await setting.patient()
    const { diagnosisId, pathwayId } = await onPathway(clinician, patientId)
    const anchorOn = addDays(today(), -200)
    const next = { ...usualDecision(patientId, diagnosisId, anchorOn), stream: 'nurse_led' as const }
    await decideFollowUp(clinician, next)
    expect(await owed(patientId)).toMatchObject([{ due_on: addMonths(anchorOn, 12) }])
    const { rows } = await database.superuser.query(
      `select ended_on::text, (select "end" from pathway_event where pathway_id = pathway.id) as how
       from follow_up_pathway as pathway where id = $1`,
      [pathwayId],
    )
    expect(rows).toEqual([{ ended_on: today(), how: 'pathway_changed' }])
  })

  it('hands over to the practice with a letter, and then owes nothing', async () => {
    const { clinician, database } = setting
    const { decision, patientId } = await withDiagnosis()
    const discharge = { ...decision, stream: 'discharge_to_practice' as const, protocol: '' }
    expect(await faultsOf(decideFollowUp(clinician, discharge))).toEqual(['letter'])
    const letter = 'Please refer back at once with a new lump.'
    const { pathwayId } = await decideFollowUp(clinician, { ...discharge, letter })
    expect(await owed(patientId)).toEqual([])
    const { rows } = await database.superuser.query(
      `select "end", letter from pathway_event where pathway_id = $1`,
      [pathwayId],
    )
    expect(rows).toEqual([{ end: 'discharged', letter }])
  })

  it('is a clinician’s, of a team that cares, about a diagnosis on the record, of the living', async () => {
    const { clinician, supportWorker, gp, urologist } = setting
    const { decision, patientId, diagnosisId } = await withDiagnosis()
    for (const actor of [supportWorker, gp])
      await expect(decideFollowUp(actor, decision)).rejects.toThrow(NotAllowed)
    await expect(decideFollowUp(urologist, decision)).rejects.toThrow(NotFound)
    const other = await withDiagnosis()
    await expect(decideFollowUp(clinician, { ...decision, diagnosisId: other.diagnosisId })).rejects.toThrow(
      NotFound,
    )
    await recordDeath(clinician, { patientId, version: 1, diedOn: today(), isChecked: true })
    await expect(decideFollowUp(clinician, decision)).rejects.toThrow(RuleBroken)
    expect(await getDecision(clinician, { patientId, diagnosisId })).toMatchObject({ current: null })
  })
})

describe('a signed treatment summary', () => {
  it('owes a decision, once, until it is made', async () => {
    const { clinician, breast } = setting
    const patientId = await setting.patient()
    const { summary } = await signedSummary(clinician, patientId)
    const { diagnosisId } = summary
    expect(await owed(patientId)).toEqual([
      { kind: 'decide_follow_up', due_on: addDays(today(), 42), team_id: breast },
    ])
    const page = await getDecision(clinician, { patientId, diagnosisId })
    expect(page.treatments).toMatchObject([{ startedOn: '2026-03-02', endedOn: '2026-03-05' }])
    expect(page.prerequisites.filter(({ doneOn }) => doneOn).map(({ code }) => code)).toEqual([
      'summary_sent',
    ])
    await decideFollowUp(clinician, usualDecision(patientId, diagnosisId, '2026-03-05'))
    expect((await owed(patientId)).map(({ kind }) => kind)).toEqual(['request_surveillance_test'])
  })

  it('owes none for somebody on a pathway', async () => {
    const { clinician } = setting
    const patientId = await setting.patient()
    const { summary } = await signedSummary(clinician, patientId)
    await decideFollowUp(clinician, usualDecision(patientId, summary.diagnosisId, '2026-03-05'))
    const amended = await amendedSummary(clinician, summary)
    await signTreatmentSummary(clinician, shownSummary(amended))
    expect((await owed(patientId)).map(({ kind }) => kind)).toEqual(['request_surveillance_test'])
  })
})
