import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { editContacts, editPatient, getPatientToEdit } from '@/lib/patients/edit-patient'
import { registerWithPractices } from '@/lib/care-teams/practices'
import { recordDeath } from '@/lib/patients/record-death'
import { searchPatientsSchema } from '@/lib/patients/schema'
import { getSearchResults, PATIENT_SEARCH, searchPatients } from '@/lib/patients/search-patients'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { admittedPatient, nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

describe('editing and searching', () => {
  let database: TestDatabase
  let clinician: Actor
  let colleague: Actor
  let stranger: Actor
  let gp: Actor
  let admin: Actor
  let breast: string
  let patientId: string
  const nhsNumber = nextNhsNumber()

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    colleague = await actorAtWork(owner, {
      teams: { 'ZT101-BREAST': 'support_worker' },
      givenName: 'Bola',
      familyName: 'Ade',
    })
    stranger = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
    admin = await actorAtWork(owner, { organisations: { ZT101: 'admin' } })
    breast = await teamId(owner, 'ZT101-BREAST')
    const practiceId = await teamId(owner, 'Z90001')
    patientId = await admittedPatient(clinician, breast, {
      nhsNumber,
      givenName: 'Seán',
      familyName: 'O’Neill',
    })
    await asActor(clinician, (tx) => registerWithPractices(tx, [{ patientId, practiceId }]))
    await database.superuser.query(
      `insert into patient_identifier (id, patient_id, organisation_id, value)
       select uuidv7(), $1, organisation_id, 'RHM77' from team where id = $2`,
      [patientId, breast],
    )
  })
  afterAll(() => database.drop())

  const formOf = async (actor: Actor) => {
    const { record } = await getPatientToEdit(actor, patientId)
    return { ...record, patientId, sex: '2' as const, ethnicCategory: null }
  }
  const stored = async () =>
    (await database.superuser.query('select * from patient where id = $1', [patientId])).rows[0]
  const history = async () =>
    (
      await database.superuser.query(
        'select version, changes, recorded_by_id from patient_change where patient_id = $1 order by version desc',
        [patientId],
      )
    ).rows

  describe('editing', () => {
    it('saves what changed, with its history, and finds the person by the new name', async () => {
      const form = await formOf(clinician)
      await editPatient(clinician, { ...form, familyName: 'Ó Néill', preferredName: 'Shay' })
      expect(await stored()).toMatchObject({ family_name: 'Ó Néill', search_name: 'sean oneill shay' })
      const [last] = await history()
      expect(last).toEqual({
        version: form.version + 1,
        recorded_by_id: clinician.staffId,
        changes: {
          familyName: { from: 'O’Neill', to: 'Ó Néill' },
          preferredName: { from: null, to: 'Shay' },
        },
      })
    })

    it('keeps the wish not to share with the practice, with its history', async () => {
      const form = await formOf(clinician)
      expect(form.sharesWithPractice).toBe(true)
      await editPatient(clinician, { ...form, sharesWithPractice: false })
      expect(await stored()).toMatchObject({ shares_with_practice: false })
      const [last] = await history()
      expect(last).toMatchObject({ changes: { sharesWithPractice: { from: true, to: false } } })
    })

    it('lets no practice say whether it is shared with', async () => {
      const smuggled = { ...(await formOf(gp)), sharesWithPractice: true }
      await expect(editContacts(gp, smuggled)).rejects.toThrow()
      expect(await stored()).toMatchObject({ shares_with_practice: false })
    })

    it('writes nothing where nothing changed', async () => {
      const form = await formOf(clinician)
      await editPatient(clinician, form)
      expect((await stored()).version).toBe(form.version)
    })

    it('tells who changed what meanwhile, with both values, and overwrites nothing', async () => {
      const seen = await formOf(clinician)
      await editContacts(colleague, { ...seen, mobileTelephone: '07700 900111', postcode: 'SO16 6YD' })
      const stale = editPatient(clinician, { ...seen, mobileTelephone: '07700 900222', title: 'Mr' })
      await expect(stale).rejects.toThrow(Stale)
      await expect(stale).rejects.toMatchObject({
        changedBy: 'Bola Ade',
        differences: [
          { label: 'Postcode', theirs: 'SO16 6YD', yours: 'Not recorded' },
          { label: 'Mobile telephone', theirs: '07700 900111', yours: '07700 900222' },
        ],
      })
      expect(await stored()).toMatchObject({ mobile_telephone: '07700 900111', title: null })
    })

    it('lets one of two who save at the same moment through', async () => {
      const seen = await formOf(clinician)
      const saves = ['one@example.org', 'two@example.org'].map((email) =>
        editContacts(clinician, { ...seen, email }),
      )
      const results = await Promise.allSettled(saves)
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await stored()).version).toBe(seen.version + 1)
    })

    it('lets a practice change contacts, and nothing else', async () => {
      expect(await getPatientToEdit(gp, patientId)).toMatchObject({ mayEditIdentity: false })
      const form = await formOf(gp)
      await editContacts(gp, { ...form, homeTelephone: '01632 960001' })
      expect((await stored()).home_telephone).toBe('01632 960001')
      await expect(editPatient(gp, { ...form, familyName: 'Other' })).rejects.toThrow(NotAllowed)
      const smuggled = { ...(await formOf(gp)), familyName: 'Other' }
      await expect(editContacts(gp, smuggled)).rejects.toThrow()
      expect((await stored()).family_name).toBe('Ó Néill')
    })

    it('is not found by those who do not care for the person', async () => {
      const form = await formOf(clinician)
      await expect(editPatient(stranger, form)).rejects.toThrow(NotFound)
      await expect(getPatientToEdit(stranger, patientId)).rejects.toThrow(NotFound)
      await expect(getPatientToEdit(stranger, 'x')).rejects.toThrow(NotFound)
    })
  })

  describe('searching', () => {
    const search = async (actor: Actor, typed: Record<string, unknown>) => {
      const id = crypto.randomUUID()
      const found = await searchPatients(
        { ...actor, submission: { id, action: PATIENT_SEARCH } },
        searchPatientsSchema.parse(typed),
      )
      return { id, ...found }
    }
    const born = { day: '3', month: '2', year: '1961' }

    it.each([
      [{ nhsNumber }],
      [{ nhsNumber: ` ${nhsNumber.slice(0, 3)}-${nhsNumber.slice(3)} ` }],
      [{ hospitalNumber: 'rhm77' }],
      [{ name: "o'neill", bornOn: born }],
      [{ name: 'SEAN ONEILL', bornOn: born }],
      [{ name: 'shay', bornOn: born }],
      [{ nhsNumber, name: 'neill', bornOn: born }],
    ])('finds the person by %o', async (typed) => {
      expect((await search(clinician, typed)).patientIds).toEqual([patientId])
      expect((await search(gp, typed)).patientIds).toEqual([patientId])
      expect((await search(stranger, typed)).patientIds).toEqual([])
    })

    it.each([
      [{ name: 'neill', bornOn: { ...born, day: '4' } }],
      [{ name: 'neill smith', bornOn: born }],
      [{ nhsNumber, name: 'smith', bornOn: born }],
      [{ hospitalNumber: 'RHM7' }],
    ])('finds nobody by %o', async (typed) => {
      expect((await search(clinician, typed)).patientIds).toEqual([])
    })

    it.each([
      [{}, 'nhsNumber'],
      [{ name: 'Neill' }, 'bornOn'],
      [{ bornOn: born }, 'name'],
      [{ nhsNumber: '123' }, 'nhsNumber'],
    ])('asks for more than %o', (typed, field) => {
      expect(searchPatientsSchema.safeParse(typed).error?.issues[0]?.path[0]).toBe(field)
    })

    it('shows what it found to who searched, as long as they may see it', async () => {
      const { id } = await search(clinician, { nhsNumber })
      expect(await getSearchResults(clinician, id)).toMatchObject({
        hasMore: false,
        patients: [{ id: patientId, name: 'Ó NÉILL, Seán', nhsNumber, bornOn: '1961-02-03' }],
      })
      expect(await getSearchResults(stranger, id)).toBeNull()
      expect(await getSearchResults(clinician, crypto.randomUUID())).toBeNull()
      expect(await getSearchResults(clinician, 'x')).toBeNull()
      await expect(search(admin, { nhsNumber })).rejects.toThrow(NotAllowed)
    })

    it('shows 25 and says when there are more', async () => {
      for (let person = 0; person < 26; person++)
        await admittedPatient(clinician, breast, { familyName: 'Many' })
      const { id, patientIds, hasMore } = await search(clinician, { name: 'many', bornOn: born })
      expect([patientIds.length, hasMore]).toEqual([25, true])
      expect((await getSearchResults(clinician, id))?.patients).toHaveLength(25)
    })

    it('logs that somebody searched and by what kind of detail, and keeps nothing of what was typed', async () => {
      const before = (await database.superuser.query('select max(id) from access_log')).rows[0].max
      const { id } = await search(clinician, { name: 'neill', bornOn: born })
      const { rows } = await database.superuser.query('select event, detail from access_log where id > $1', [
        before,
      ])
      expect(rows).toEqual([{ event: 'patient.searched', detail: { by: ['name'], found: 1 } }])
      const kept = await database.superuser.query('select * from submission where id = $1', [id])
      expect(JSON.stringify(kept.rows)).not.toMatch(/neill|1961/i)
    })

    it('stops who searches more often in a minute than anybody does by hand', async () => {
      const eager = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
      for (let times = 0; times < 30; times++) await search(eager, { nhsNumber })
      await expect(search(eager, { nhsNumber })).rejects.toThrow(RuleBroken)
      expect((await search(clinician, { nhsNumber })).patientIds).toEqual([patientId])
    })
  })

  it('keeps a birth from being moved behind a death', async () => {
    const { version } = await formOf(clinician)
    await recordDeath(clinician, {
      patientId,
      version,
      diedOn: '2020-01-01',
      isChecked: true,
      isDateRight: true,
    })
    const form = await formOf(clinician)
    await expect(editPatient(clinician, { ...form, bornOn: '2020-01-02' })).rejects.toThrow(RuleBroken)
  })
})
