import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { getRegistrationForm, registerPatient } from '@/lib/patients/register-patient'
import { recordDeath } from '@/lib/patients/record-death'
import { registerPatientSchema } from '@/lib/patients/schema'
import { atInstant } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const NOON = new Date('2026-11-21T12:00:00Z')

describe('registering a patient by hand', () => {
  let database: TestDatabase
  let clinician: Actor
  let supporter: Actor
  let elsewhere: Actor
  let gp: Actor
  let breast: string
  let elsewhereBreast: string
  let practice: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    supporter = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
    elsewhere = await actorAtWork(owner, { teams: { 'ZT102-BREAST': 'support_worker' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
    breast = await teamId(owner, 'ZT101-BREAST')
    elsewhereBreast = await teamId(owner, 'ZT102-BREAST')
    practice = await teamId(owner, 'Z90001')
  })
  afterAll(() => database.drop())

  type Typed = Record<string, unknown>
  const typed = (given: Typed = {}): Typed => ({
    teamId: breast,
    nhsNumber: nextNhsNumber(),
    givenName: 'Seán',
    familyName: 'O’Neill',
    bornOn: { day: '3', month: '2', year: '1961' },
    sex: '1',
    practiceId: practice,
    mobileTelephone: '+44 7700 900160',
    postcode: 'so166yd',
    ...given,
  })
  const read = (given: Typed): z.output<typeof registerPatientSchema> =>
    atInstant(NOON, () => registerPatientSchema.parse(given))
  const register = (actor: Actor, given: Typed) => atInstant(NOON, () => registerPatient(actor, read(given)))
  const rows = async (sql: string, ...values: unknown[]) => (await database.superuser.query(sql, values)).rows
  const tasksOf = (patientId: string) =>
    rows(
      `select kind, due_on::text, team_id from task where patient_id = $1 and closed_at is null order by kind`,
      patientId,
    )
  const withDiagnosis = {
    diagnosisCode: 'c50.9',
    diagnosedOn: { day: '1', month: '11', year: '2026' },
    laterality: 'L',
  }

  it('makes the record with its diagnosis and practice, and opens the offer of an assessment', async () => {
    const { patientId, outcome } = await register(
      clinician,
      typed({ ...withDiagnosis, hospitalNumber: 'RHM1' }),
    )
    expect(outcome).toBe('created')
    const [patient] = await rows('select * from patient where id = $1', patientId)
    expect(patient).toMatchObject({
      family_name: 'O’Neill',
      search_name: 'sean oneill',
      mobile_telephone: '07700 900160',
      postcode: 'SO16 6YD',
    })
    expect(
      await rows(
        'select icd10_code, laterality, tumour_group from diagnosis where patient_id = $1',
        patientId,
      ),
    ).toEqual([{ icd10_code: 'C50.9', laterality: 'L', tumour_group: 'breast' }])
    expect(await rows('select value from patient_identifier where patient_id = $1', patientId)).toEqual([
      { value: 'RHM1' },
    ])
    expect(await tasksOf(patientId)).toEqual([
      { kind: 'offer_assessment', due_on: '2026-12-02', team_id: breast },
      { kind: 'hold_first_review', due_on: '2027-02-02', team_id: practice },
      { kind: 'hold_second_review', due_on: '2027-11-01', team_id: practice },
    ])
    const [registration] = await rows(
      `select basis from care_relationship where patient_id = $1 and team_id = $2`,
      patientId,
      practice,
    )
    expect(registration).toEqual({ basis: 'registration' })
  })

  it('leaves diagnoses to clinicians, owes an offer all the same, and a practice to be found', async () => {
    const { patientId } = await register(supporter, typed({ ...withDiagnosis, practiceId: '' }))
    expect(await rows('select 1 from diagnosis where patient_id = $1', patientId)).toEqual([])
    expect(await tasksOf(patientId)).toEqual([
      { kind: 'offer_assessment', due_on: expect.any(String), team_id: breast },
      { kind: 'find_practice', due_on: '2026-12-05', team_id: breast },
    ])
  })

  it('says that there is a record and joins it only once that is confirmed, leaving it as it is', async () => {
    const there = typed({ familyName: 'Smith' })
    const { patientId } = await register(clinician, there)
    const again = { ...there, teamId: elsewhereBreast, familyName: 'Smyth' }
    await expect(register(elsewhere, again)).rejects.toMatchObject({
      errors: [{ field: 'join', message: expect.stringContaining('Confirm') }],
    })
    expect(
      await rows(
        'select 1 from care_relationship where patient_id = $1 and team_id = $2',
        patientId,
        elsewhereBreast,
      ),
    ).toEqual([])
    expect(await register(elsewhere, { ...again, join: 'yes' })).toEqual({ patientId, outcome: 'joined' })
    const [patient] = await rows('select family_name, version from patient where id = $1', patientId)
    expect(patient).toEqual({ family_name: 'Smith', version: 1 })
    expect((await tasksOf(patientId)).map(({ team_id }) => team_id).sort()).toEqual(
      [breast, elsewhereBreast].sort(),
    )
    // That somebody looked is in the log, also where nothing came of it.
    const looked = await rows(
      `select 1 from access_log where event = 'patient.searched' and staff_id = $1`,
      elsewhere.staffId,
    )
    expect(looked).toHaveLength(2)
  })

  it('gives a record that it joins the practice that it lacks, and replaces none', async () => {
    const registeredWith = async (patientId: string) =>
      rows(
        `select team.code from care_relationship as care join team on team.id = care.team_id
         where care.patient_id = $1 and team.kind = 'practice' and care.ended_on is null`,
        patientId,
      )
    const there = typed({ practiceId: '' })
    const { patientId } = await register(clinician, there)
    const joining = { ...there, teamId: elsewhereBreast, join: 'yes' }
    await register(elsewhere, { ...joining, practiceId: practice })
    expect(await registeredWith(patientId)).toEqual([{ code: 'Z90001' }])
    expect((await tasksOf(patientId)).map(({ kind }) => kind)).not.toContain('find_practice')
    const other = await teamId(database.pools.owner, 'Z90002')
    const settled = typed()
    const kept = await register(clinician, settled)
    await register(elsewhere, { ...settled, teamId: elsewhereBreast, join: 'yes', practiceId: other })
    expect(await registeredWith(kept.patientId)).toEqual([{ code: 'Z90001' }])
  })

  it('owes nothing to a person who has died when a team joins their record', async () => {
    const there = typed()
    const { patientId } = await register(clinician, there)
    await atInstant(NOON, () =>
      recordDeath(clinician, { patientId, version: 1, diedOn: '2026-11-20', isChecked: true }),
    )
    await register(elsewhere, { ...there, teamId: elsewhereBreast, join: 'yes' })
    expect(await tasksOf(patientId)).toEqual([])
  })

  it('answers that somebody is known, and writes nothing', async () => {
    const there = typed()
    const { patientId } = await register(clinician, there)
    expect(await register(supporter, { ...there, familyName: 'Other' })).toEqual({
      patientId,
      outcome: 'known',
    })
    expect(await tasksOf(patientId)).toHaveLength(1)
  })

  it('refuses an NHS number or a hospital number that is somebody else’s', async () => {
    const there = typed({ hospitalNumber: 'RHM2' })
    await register(clinician, there)
    const born = { day: '4', month: '2', year: '1961' }
    await expect(register(clinician, { ...there, bornOn: born, join: 'yes' })).rejects.toMatchObject({
      errors: [{ field: 'nhsNumber' }],
    })
    await expect(register(clinician, typed({ hospitalNumber: 'RHM2' }))).rejects.toMatchObject({
      errors: [{ field: 'hospitalNumber' }],
    })
    await expect(register(clinician, typed({ practiceId: breast }))).rejects.toThrow(RuleBroken)
  })

  it('registers once, however often the form is sent', async () => {
    const submission = { id: crypto.randomUUID(), action: 'patient.register' }
    const given = typed()
    const sent = await Promise.all([1, 2, 3].map(() => register({ ...clinician, submission }, given)))
    expect(new Set(sent.map(({ patientId }) => patientId)).size).toBe(1)
    expect(sent.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created'])
  })

  it('is for hospital and community teams of one’s own', async () => {
    await expect(register(gp, typed())).rejects.toThrow(NotAllowed)
    await expect(register(clinician, typed({ teamId: elsewhereBreast }))).rejects.toThrow(NotFound)
    await expect(register(clinician, typed({ teamId: practice }))).rejects.toThrow(NotFound)
    await expect(getRegistrationForm(gp)).rejects.toThrow(NotAllowed)
    expect(await getRegistrationForm(supporter)).toMatchObject({
      teams: [{ id: breast }],
      mayDiagnose: false,
    })
  })

  it.each([
    [{ nhsNumber: '999 000 0019' }, 'nhsNumber', 'mistake'],
    [{ familyName: ' ' }, 'familyName', 'Enter the last name'],
    [{ familyName: 'A\u202Eb' }, 'familyName', 'characters'],
    [{ bornOn: { day: '22', month: '11', year: '2026' } }, 'bornOn', 'in the past'],
    [{ bornOn: { day: '31', month: '2', year: '1961' } }, 'bornOn', 'real date'],
    [{ sex: undefined }, 'sex', 'Select'],
    [{ mobileTelephone: '01632 960160' }, 'mobileTelephone', 'mobile'],
    [{ email: 'nobody' }, 'email', 'right form'],
    [{ preferredLanguage: 'Klingonese' }, 'preferredLanguage', 'language'],
    [{ diagnosisCode: 'C50.9' }, 'diagnosedOn', 'Enter the date'],
    [{ ...withDiagnosis, diagnosisCode: 'I21.0' }, 'diagnosisCode', 'ICD-10'],
    [{ ...withDiagnosis, diagnosedOn: { day: '1', month: '1', year: '1950' } }, 'diagnosedOn', 'before'],
    [{ addressLine1: 'x'.repeat(201) }, 'addressLine1', '200 characters'],
  ])('asks to put right %o', (given, field, words) => {
    const result = atInstant(NOON, () => registerPatientSchema.safeParse(typed(given)))
    expect(result.error?.issues[0]).toMatchObject({ path: [field], message: expect.stringContaining(words) })
  })
})
