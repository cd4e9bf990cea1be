import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { getSharedPlan } from '@/lib/care-plans/practice-queries'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { getPatientToEdit } from '@/lib/patients/edit-patient'
import { atInstant } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { agreedCarePlan, registeredWith } from '@/tests/factories/care-plans'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

describe('the registered practice', () => {
  let database: TestDatabase
  let clinician: Actor
  let stranger: Actor
  let gp: Actor
  let otherGp: Actor
  let breast: string
  let practice: string
  let otherPractice: string
  let patientId: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    stranger = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
    otherGp = await actorAtWork(owner, { teams: { Z90002: 'gp' } })
    breast = await teamId(owner, 'ZT101-BREAST')
    practice = await teamId(owner, 'Z90001')
    otherPractice = await teamId(owner, 'Z90002')
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    patientId = await admittedPatient(clinician, breast)
    await registeredWith(clinician, patientId, practice)
  })

  const move = async (practiceId: string, actor = clinician) => {
    const { version } = await getPracticeChoice(clinician, patientId)
    return atInstant(new Date('2026-11-21T12:00:00Z'), () =>
      changeRegisteredPractice(actor, { patientId, version, practiceId }),
    )
  }
  const open = async () => {
    const { rows } = await database.superuser.query(
      `select kind::text, team_id, subject_id, detail, due_on::text from task where patient_id = $1 and closed_at is null order by kind::text`,
      [patientId],
    )
    return rows
  }
  const reads = (actor: Actor) =>
    getPatientToEdit(actor, patientId).then(
      () => true,
      () => false,
    )

  it('moves access to the record with the person, at the next request', async () => {
    expect([await reads(gp), await reads(otherGp)]).toEqual([true, false])
    await move(otherPractice)
    expect([await reads(gp), await reads(otherGp)]).toEqual([false, true])
    expect(await getPracticeChoice(clinician, patientId)).toMatchObject({
      current: { code: 'Z90002' },
      version: 2,
    })
    const { rows } = await database.superuser.query(
      'select changes from patient_change where patient_id = $1',
      [patientId],
    )
    expect(rows).toEqual([{ changes: { registeredPractice: { from: 'Z90001', to: 'Z90002' } } }])
  })

  it('brings what the practice was asked back to the team that asked, and shares the plan with the new one', async () => {
    const plan = await agreedCarePlan(clinician, patientId, breast, {
      actions: [
        { what: 'Check the blood count', owner: 'practice' },
        { what: 'Ring', owner: 'team' },
      ],
    })
    const [asked] = plan.items.flatMap(({ actions }) => actions)
    await move(otherPractice)
    const tasks = await open()
    expect(tasks.filter(({ team_id }) => team_id === practice)).toEqual([])
    expect(tasks.filter(({ kind }) => kind === 'reassign_declined_action')).toEqual([
      expect.objectContaining({ team_id: breast, subject_id: asked?.id, due_on: '2026-11-21' }),
    ])
    expect(tasks.filter(({ kind }) => kind === 'read_shared_plan')).toEqual([
      expect.objectContaining({ team_id: otherPractice }),
    ])
    const { rows } = await database.superuser.query(
      'select distinct closure::text from task where patient_id = $1 and team_id = $2',
      [patientId, practice],
    )
    expect(rows).toEqual([{ closure: 'care_ended' }])
    // What was sent stays readable as sent.
    const share = plan.versions[0]?.shares[0]?.id ?? ''
    expect(await getSharedPlan(gp, share)).toMatchObject({ isRegistered: false })
  })

  it('that nobody knows is to be found, and found it is no longer', async () => {
    await move('')
    expect(await reads(gp)).toBe(false)
    expect(await open()).toEqual([
      { kind: 'find_practice', team_id: breast, subject_id: patientId, detail: null, due_on: '2026-12-05' },
    ])
    await move('')
    expect(await open()).toHaveLength(1)
    await move(practice)
    expect(await open()).toEqual([])
    expect(await reads(gp)).toBe(true)
  })

  it('confirmed as it is meets the task, and changes nothing else', async () => {
    await move('')
    await registeredWith(clinician, patientId, practice)
    const { version } = await getPracticeChoice(clinician, patientId)
    await move(practice)
    expect(await open()).toEqual([])
    expect((await getPracticeChoice(clinician, patientId)).version).toBe(version)
  })

  it('is changed by those who care for the person in hospital or community, to a practice, from what they saw', async () => {
    await expect(move(otherPractice, gp)).rejects.toThrow(NotAllowed)
    await expect(move(otherPractice, stranger)).rejects.toThrow(NotFound)
    await expect(getPracticeChoice(gp, patientId)).rejects.toThrow(NotAllowed)
    await expect(move(breast)).rejects.toThrow(RuleBroken)
    await expect(move(crypto.randomUUID())).rejects.toThrow(RuleBroken)
    const stale = changeRegisteredPractice(clinician, { patientId, version: 7, practiceId: otherPractice })
    await expect(stale).rejects.toThrow(Stale)
    expect(await reads(gp)).toBe(true)
  })
})
