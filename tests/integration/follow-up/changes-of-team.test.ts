import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { answerReferral } from '@/lib/care-teams/answer-referral'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getFollowUpLedger } from '@/lib/follow-up/get-ledger'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { writeDueLetters } from '@/lib/follow-up/write-due-letters'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { atInstant, today } from '@/lib/platform/clock'
import { NotAllowed } from '@/lib/platform/errors'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { filedResult, reviewedAsShown } from '@/tests/factories/results'
import { makeMessageSetting, type MessageSetting } from '../messages/setting'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

/** Somebody whom the breast team follows up, with a PSA due today, and whom it has just referred to urology. */
async function referredFromFollowUp() {
  const patientId = await setting.reachable()
  const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -6) }
  const { pathwayId, testId } = await onPathway(setting.clinician, patientId, plan)
  await beginCare(setting.clinician, { patientId, teamId: setting.urology })
  return { patientId, pathwayId, testId }
}

type Place = Awaited<ReturnType<typeof referredFromFollowUp>>

async function take({ patientId, pathwayId }: Place, change: Partial<ChangePathway>) {
  const { pathways } = await getFollowUp(setting.clinician, patientId)
  const version = pathways.find(({ id }) => id === pathwayId)?.version ?? 0
  await changePathway(setting.clinician, {
    ...{
      patientId,
      pathwayId,
      version,
      step: 'transferred',
      on: today(),
      byOn: null,
      teamId: setting.urology,
    },
    ...{ end: '', letter: null, reason: 'Nearer to home', ...change },
  })
}

const decline = ({ patientId }: Place, actor = setting.urologist) =>
  answerReferral(actor, {
    ...{
      patientId,
      teamId: setting.urology,
      answer: 'declined',
      staffId: '',
      reason: 'No room before March',
    },
  })

const openTests = async (patientId: string) =>
  (await setting.openTasks(patientId)).filter(({ kind }) => /surveillance|missed|result/.test(kind))

async function tell(actor: Actor, { patientId, testId }: Place) {
  const { version } = await getSurveillanceTest(actor, { patientId, testId })
  const said = { step: 'told', on: today(), toldBy: 'telephone', note: null } as const
  await recordTestStep(actor, { patientId, testId, version, ...said })
}

/** As no command does: what is owed stays owed. */
const closeAll = (patientId: string) =>
  setting.database.superuser.query(
    `update task set closed_at = now(), closure = 'superseded' where patient_id = $1 and closed_at is null`,
    [patientId],
  )

const night = () => recomputeFollowUp({ job: 'recompute_follow_up' })

describe('a referral that is declined after follow-up was transferred', () => {
  it('gives the follow-up back with the person', async () => {
    const { breast, clinician } = setting
    const place = await referredFromFollowUp()
    const { patientId, testId } = place
    const before = (await openTests(patientId)).map(({ kind, subject_id }) => ({ kind, subject_id }))
    await take(place, {})
    await decline(place)
    await night()
    expect(await openTests(patientId)).toMatchObject(before.map((task) => ({ ...task, team_id: breast })))
    const [pathway] = (await getFollowUp(clinician, patientId)).pathways
    expect(pathway?.team.id).toBe(breast)
    const { rows } = await setting.database.superuser.query(
      'select kind::text, reason from pathway_event where patient_id = $1 order by id',
      [patientId],
    )
    expect(rows).toEqual([
      { kind: 'transferred', reason: 'Nearer to home' },
      { kind: 'transferred', reason: 'No room before March' },
    ])
    expect(
      (await setting.events(patientId)).filter((event) => event === 'follow_up.transferred'),
    ).toHaveLength(2)
    await filedResult(clinician, patientId, { value: '0.9', confirmedSlip: 'Checked with the laboratory' })
    expect(await openTests(patientId)).toContainEqual(
      expect.objectContaining({ kind: 'review_result', subject_id: testId, team_id: breast }),
    )
  })

  it('gives back what an ended pathway still waits for', async () => {
    const place = await referredFromFollowUp()
    const { patientId } = place
    await filedResult(setting.clinician, patientId)
    await take(place, {})
    await take(place, { step: 'ended', end: 'person_declined' })
    await decline(place)
    await night()
    expect(await openTests(patientId)).toMatchObject([{ kind: 'review_result', team_id: setting.breast }])
  })

  it('is declined by a clinician, as every transfer is made by one', async () => {
    const { owner } = setting.database.pools
    const supportWorker = await actorAtWork(owner, {
      teams: { 'ZT101-UROLOGY': 'support_worker' },
      familyName: 'Ellis',
    })
    const place = await referredFromFollowUp()
    await take(place, {})
    await expect(decline(place, supportWorker)).rejects.toThrow(NotAllowed)
    expect(await setting.openTasks(place.patientId, 'receive_referral')).toHaveLength(1)
  })
})

describe('a result of follow-up that has ended, once its team has let go', () => {
  async function correctedAfterTheEnd() {
    const { clinician, urologist, breast } = setting
    const place = await referredFromFollowUp()
    const { patientId, testId } = place
    const first = await filedResult(clinician, patientId)
    await reviewedAsShown(clinician, { patientId, resultId: first })
    await tell(clinician, place)
    await take(place, { step: 'ended', end: 'person_declined' })
    await endCare(clinician, { patientId, teamId: breast, reason: 'Done here', openTasks: 'close' })
    const change = { value: '4.2', replaces: first, confirmedSlip: 'Checked with the laboratory' }
    const resultId = await filedResult(urologist, patientId, change)
    return { ...place, resultId, testId }
  }

  it('is reviewed and told by the team that answers for the person', async () => {
    const { urologist, urology } = setting
    const place = await correctedAfterTheEnd()
    const { patientId, testId } = place
    const task = { subject_id: testId, team_id: urology }
    expect(await openTests(patientId)).toMatchObject([{ kind: 'review_result', ...task }])
    expect((await night()).changed).toBe(0)
    await reviewedAsShown(urologist, place, { decision: 'contact', note: 'Ring them' })
    expect(await openTests(patientId)).toMatchObject([{ kind: 'tell_result', ...task }])
    await tell(urologist, place)
    expect(await openTests(patientId)).toEqual([])
    expect((await night()).changed).toBe(0)
    const letters = await setting.database.superuser.query<{ team_id: string; content: string }>(
      `select team_id, content::text from message where about like 'told:%' and patient_id = $1 and channel = 'letter' order by id`,
      [patientId],
    )
    const last = letters.rows.at(-1)
    expect(last?.team_id).toBe(urology)
    expect(last?.content).toContain('urology')
    expect(last?.content).not.toContain('breast')
  })

  it('is written about by that team when telling it is late, and keeps nobody’s letters back', async () => {
    const { urologist, urology } = setting
    const place = await correctedAfterTheEnd()
    await reviewedAsShown(urologist, place, { decision: 'contact', note: 'Ring them' })
    const failed: unknown[] = []
    const late = new Date(`${addDays(today(), 20)}T02:00:00Z`)
    await atInstant(late, () =>
      writeDueLetters({ job: 'write_letters' }, (...failure) => failed.push(failure)),
    )
    expect(failed).toEqual([])
    const { rows } = await setting.database.superuser.query<{ team_id: string }>(
      `select team_id from message where about like 'result_to_discuss:%' and patient_id = $1 and channel = 'letter'`,
      [place.patientId],
    )
    expect(rows).toEqual([{ team_id: urology }])
  })

  it('is in the ledger of that team until it was told', async () => {
    const { urologist, database, clinician } = setting
    const before = (await getFollowUpLedger(urologist)).counts
    const { patientId } = await correctedAfterTheEnd()
    expect((await getFollowUpLedger(urologist)).counts).toEqual({ ...before, people: before.people + 1 })
    await closeAll(patientId)
    const { without } = await getFollowUpLedger(urologist)
    expect(without).toMatchObject([{ patientId, person: { nhsNumber: expect.anything() as string } }])
    expect((await getFollowUpLedger(clinician)).without).toEqual([])
    const proof = await database.superuser.query<{ open: number }>(
      'select open from access.follow_up_ledger() where patient_id = $1',
      [patientId],
    )
    expect(proof.rows).toEqual([{ open: 0 }])
    expect((await night()).changed).toBe(1)
    expect((await getFollowUpLedger(urologist)).counts.without).toBe(0)
  })
})

describe('the ledger of follow-up', () => {
  it('shows that somebody is lost also where nobody of the team may read who it is', async () => {
    const { urologist, urology, breast, database } = setting
    const place = await referredFromFollowUp()
    await take(place, {})
    await database.superuser.query(
      'update care_relationship set ended_on = $3 where patient_id = $1 and team_id = any ($2)',
      [place.patientId, [urology, breast], today()],
    )
    await closeAll(place.patientId)
    const { counts, without } = await getFollowUpLedger(urologist)
    expect(counts.without).toBe(1)
    expect(without).toEqual([{ patientId: place.patientId, person: null }])
  })
})
