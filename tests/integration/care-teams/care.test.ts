import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { getCareTeam } from '@/lib/care-teams/care-team'
import { endCare, getCareToEnd } from '@/lib/care-teams/end-care'
import { registerWithPractices } from '@/lib/care-teams/practices'
import { getPatientToEdit } from '@/lib/patients/edit-patient'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

describe('the teams that have somebody in care', () => {
  let database: TestDatabase
  let clinician: Actor
  let supporter: Actor
  let urologist: Actor
  let gp: Actor
  let breast: string
  let urology: string
  let practice: string
  let patientId: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    supporter = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
    urologist = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
    breast = await teamId(owner, 'ZT101-BREAST')
    urology = await teamId(owner, 'ZT101-UROLOGY')
    practice = await teamId(owner, 'Z90001')
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    patientId = await admittedPatient(clinician, breast)
    await asActor(clinician, (tx) => registerWithPractices(tx, [{ patientId, practiceId: practice }]))
  })

  const end = (actor: Actor, given: Partial<Parameters<typeof endCare>[1]> = {}) =>
    endCare(actor, { patientId, teamId: breast, reason: 'Moved to Wales', openTasks: '', ...given })
  const owe = (kind: 'offer_assessment' | 'find_practice', team = breast) =>
    asActor(clinician, (tx) =>
      openTasks(tx, [{ kind, patientId, teamId: team, dueOn: '2026-12-01', detail: 'x' }]),
    )
  const tasks = async () => {
    const { rows } = await database.superuser.query(
      `select kind::text, team_id, due_on::text, detail, closure::text from task where patient_id = $1 and kind <> 'receive_referral' order by kind::text, team_id`,
      [patientId],
    )
    return rows
  }
  const reads = (actor: Actor) =>
    getPatientToEdit(actor, patientId).then(
      () => true,
      () => false,
    )

  it('are listed for each of them, with whom else one could refer to', async () => {
    const view = await getCareTeam(clinician, patientId)
    expect(view.teams).toMatchObject([
      { teamId: breast, basis: 'referral', isMine: true },
      { teamId: practice, basis: 'registration', isMine: false },
    ])
    expect(view.toReferTo.map(({ id }) => id)).toContain(urology)
    expect(view.toReferTo.map(({ id }) => id)).not.toContain(breast)
    expect(view.toReferTo.map(({ id }) => id)).not.toContain(practice)
    expect(await getCareTeam(gp, patientId)).toMatchObject({ mayChange: false, toReferTo: [] })
    await expect(getCareTeam(urologist, patientId)).rejects.toThrow(NotFound)
  })

  it('grow by referral, from the next request on', async () => {
    expect(await reads(urologist)).toBe(false)
    await beginCare(supporter, { patientId, teamId: urology })
    expect(await reads(urologist)).toBe(true)
    await expect(beginCare(clinician, { patientId, teamId: urology })).rejects.toThrow('already')
    await expect(beginCare(clinician, { patientId, teamId: practice })).rejects.toThrow(RuleBroken)
    await expect(beginCare(clinician, { patientId, teamId: crypto.randomUUID() })).rejects.toThrow(RuleBroken)
  })

  it('cannot be joined by oneself, nor changed by a practice', async () => {
    await expect(beginCare(urologist, { patientId, teamId: urology })).rejects.toThrow(NotFound)
    await expect(beginCare(gp, { patientId, teamId: urology })).rejects.toThrow(NotAllowed)
    await expect(end(gp, { teamId: practice })).rejects.toThrow(NotAllowed)
    await expect(end(urologist)).rejects.toThrow(NotFound)
    await expect(end(clinician, { teamId: urology })).rejects.toThrow(NotFound)
  })

  it('let go, and can open the record no more', async () => {
    await beginCare(clinician, { patientId, teamId: urology })
    await end(supporter)
    expect([await reads(clinician), await reads(urologist), await reads(gp)]).toEqual([false, true, true])
    const { rows } = await database.superuser.query(
      'select ended_reason from care_relationship where patient_id = $1 and team_id = $2',
      [patientId, breast],
    )
    expect(rows).toEqual([{ ended_reason: 'Moved to Wales' }])
  })

  it('let go only once it is said what becomes of what they have open', async () => {
    await owe('offer_assessment')
    await expect(end(clinician)).rejects.toMatchObject({ errors: [{ field: 'openTasks' }] })
    await expect(end(clinician, { openTasks: urology })).rejects.toMatchObject({
      errors: [{ field: 'openTasks' }],
    })
    expect(await reads(clinician)).toBe(true)
    await end(clinician, { openTasks: 'close' })
    expect(await tasks()).toEqual([expect.objectContaining({ team_id: breast, closure: 'care_ended' })])
  })

  it('hand what they have open to another of the teams, under the same date, and leave its own alone', async () => {
    await beginCare(clinician, { patientId, teamId: urology })
    await owe('offer_assessment')
    await owe('find_practice', urology)
    expect(await getCareToEnd(clinician, patientId, breast)).toMatchObject({
      team: { id: breast },
      others: [{ id: urology }],
      tasks: [{ kind: 'offer_assessment' }],
      mayEnd: true,
    })
    await end(clinician, { openTasks: urology })
    const handed = { kind: 'offer_assessment', due_on: '2026-12-01', detail: 'x' }
    expect(await tasks()).toEqual([
      expect.objectContaining({ kind: 'find_practice', team_id: urology, closure: null }),
      ...[
        { ...handed, team_id: breast, closure: 'care_ended' },
        { ...handed, team_id: urology, closure: null },
      ].sort((one, other) => (one.team_id < other.team_id ? -1 : 1)),
    ])
  })

  it('are let go of by a clinician where it is the last, in both layers', async () => {
    expect(await getCareToEnd(supporter, patientId, breast)).toMatchObject({ mayEnd: false })
    await expect(end(supporter)).rejects.toThrow(NotAllowed)
    const byHand = asActor(supporter, (tx) =>
      tx.careRelationship.updateMany({
        where: { patientId, teamId: breast },
        data: { endedOn: toDatabaseDate(today()) },
      }),
    )
    await expect(byHand).rejects.toThrow()
    await end(clinician)
    expect(await reads(clinician)).toBe(false)
  })

  it('do not come back by undoing the end', async () => {
    await end(clinician)
    const undo = asActor(clinician, (tx) =>
      tx.careRelationship.updateMany({ where: { patientId, teamId: breast }, data: { endedOn: null } }),
    )
    await expect(undo).rejects.toThrow()
    expect(await reads(clinician)).toBe(false)
  })

  it('throw away only their own drafts', async () => {
    await beginCare(clinician, { patientId, teamId: urology })
    for (const actor of [clinician, urologist]) {
      const teamOf = actor.memberships[0]?.teamId ?? ''
      const { staffId } = actor
      await asActor(actor, (tx) =>
        tx.draft.createMany({
          data: [
            { patientId, teamId: teamOf, form: 'x', content: {}, createdById: staffId, updatedById: staffId },
          ],
        }),
      )
    }
    await end(clinician)
    const { rows } = await database.superuser.query('select team_id from draft where patient_id = $1', [
      patientId,
    ])
    expect(rows).toEqual([{ team_id: urology }])
  })
})
