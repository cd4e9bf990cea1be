import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { endCare } from '@/lib/care-teams/end-care'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { correctDeath } from '@/lib/patients/correct-death'
import { editContacts, getPatientToEdit } from '@/lib/patients/edit-patient'
import type { PatientFileCells } from '@/lib/patients/import/parse-patient-file'
import { nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { signedSummary } from '@/tests/factories/treatment-summaries'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { fileOf, importFile } from './hospital-file'

/** What is open after one diagnosis: the hospital's offer, and both reviews of the practice. */
const ONE_DIAGNOSIS = ['offer_assessment', 'hold_first_review', 'hold_second_review']

describe('importing somebody who is known', () => {
  let database: TestDatabase
  let clinician: Actor
  let elsewhere: Actor
  let breast: string
  let elsewhereBreast: string
  let cells: Partial<PatientFileCells>
  let patientId: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    elsewhere = await actorAtWork(owner, { teams: { 'ZT102-BREAST': 'support_worker' } })
    breast = await teamId(owner, 'ZT101-BREAST')
    elsewhereBreast = await teamId(owner, 'ZT102-BREAST')
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    const nhsNumber = nextNhsNumber()
    cells = { nhsNumber, hospitalNumber: `H${nhsNumber}` }
    expect(await again({})).toMatchObject({ created: 1 })
    patientId = (await one('select id from patient where nhs_number = $1', [nhsNumber])).id
  })

  const again = (changed: Partial<PatientFileCells>) =>
    importFile(clinician, breast, fileOf({ ...cells, ...changed }))
  const one = async (sql: string, values: unknown[] = [patientId]) =>
    (await database.superuser.query(sql, values)).rows[0]
  const patient = () => one('select * from patient where id = $1')
  const openTasks = async () =>
    (
      await database.superuser.query(
        'select kind, team_id from task where patient_id = $1 and closed_at is null order by kind',
        [patientId],
      )
    ).rows
  const practice = async () =>
    (
      await one(`select code from team join care_relationship care on care.team_id = team.id
        where care.patient_id = $1 and care.ended_on is null and team.kind = 'practice'`)
    )?.code ?? null

  it('takes what is new in the file and keeps the history of it', async () => {
    const changed = { mobileTelephone: '07700 900555', familyName: 'Smith-Jones', addressLine1: '1 New Road' }
    expect(await again(changed)).toMatchObject({ created: 0, updated: 1, unchanged: 0 })
    expect(await patient()).toMatchObject({
      mobile_telephone: '07700 900555',
      family_name: 'Smith-Jones',
      search_name: 'anne smithjones nan',
      address_line_1: '1 New Road',
      address_line_2: 'Southampton',
      version: 2,
    })
    const { changes } = await one('select changes from patient_change where patient_id = $1')
    expect(changes).toEqual({
      mobileTelephone: { from: '07700 900160', to: '07700 900555', source: 'import' },
      familyName: { from: 'Smith', to: 'Smith-Jones', source: 'import' },
      addressLine1: { from: '43 The Avenue', to: '1 New Road', source: 'import' },
    })
    expect(await again(changed)).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await again({})).toMatchObject({ updated: 1 })
    expect(await patient()).toMatchObject({ mobile_telephone: '07700 900160', version: 3 })
  })

  it('never puts a blank in the place of something', async () => {
    const blanks = {
      mobileTelephone: '',
      email: '',
      addressLine2: '',
      practiceCode: '',
      preferredName: '',
      title: '',
    }
    expect(await again(blanks)).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await practice()).toBe('Z90001')
    expect((await patient()).address_line_2).toBe('Southampton')
  })

  it('takes a new address whole, so that no part of the old one stays', async () => {
    await again({ addressLine1: '1 New Road', addressLine2: '' })
    expect(await patient()).toMatchObject({
      address_line_1: '1 New Road',
      address_line_2: null,
      postcode: 'SO16 6YD',
    })
  })

  it('does not undo what a person changed since, until the file says something else', async () => {
    const { record } = await getPatientToEdit(clinician, patientId)
    const contacts = { ...record, patientId, mobileTelephone: '07700 900777' }
    await editContacts(clinician, contacts)
    expect(await again({})).toMatchObject({ updated: 0, unchanged: 1 })
    expect((await patient()).mobile_telephone).toBe('07700 900777')
    expect(await again({ mobileTelephone: '07700 900888' })).toMatchObject({ updated: 1 })
    expect((await patient()).mobile_telephone).toBe('07700 900888')
  })

  it('moves the registration when the file names another practice, and leaves one that a person chose', async () => {
    expect(await again({ practiceCode: 'Z90002' })).toMatchObject({ updated: 1 })
    expect(await practice()).toBe('Z90002')
    const { practices, version } = await getPracticeChoice(clinician, patientId)
    const chosen = practices.find(({ code }) => code === 'Z90003')
    await changeRegisteredPractice(clinician, { patientId, version, practiceId: chosen?.id ?? '' })
    expect(await again({ practiceCode: 'Z90002' })).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await practice()).toBe('Z90003')
  })

  it('sends what stands signed to a practice that the file is the first to know, with what it asks', async () => {
    cells = { ...cells, nhsNumber: nextNhsNumber(), hospitalNumber: '', practiceCode: '' }
    expect(await again({})).toMatchObject({ created: 1 })
    patientId = (await one('select id from patient where nhs_number = $1', [cells.nhsNumber])).id
    expect((await signedSummary(clinician, patientId)).signed.sending).toBe('no_practice')
    expect(await again({ practiceCode: 'Z90002' })).toMatchObject({ updated: 1 })
    expect(
      await one(`select team.code, delivery.channel::text from treatment_summary_delivery as delivery
        join team on team.id = delivery.team_id where patient_id = $1`),
    ).toEqual({ code: 'Z90002', channel: 'in_service' })
    const kinds = (await openTasks()).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['read_treatment_summary', 'answer_summary_request']))
    expect(kinds).not.toContain('send_treatment_summary')
    expect(kinds).not.toContain('find_practice')
  })

  it('records a death, closes what is open, and does not bring it back once it was taken back', async () => {
    expect((await openTasks()).map(({ kind }) => kind)).toEqual(ONE_DIAGNOSIS)
    expect(await again({ diedOn: '01/11/2026' })).toMatchObject({ updated: 1 })
    expect(await openTasks()).toEqual([])
    const { version } = await patient()
    await correctDeath(clinician, { patientId, version, reason: 'Another person of that name' })
    expect((await openTasks()).map(({ kind }) => kind)).toEqual(ONE_DIAGNOSIS)
    expect(await again({ diedOn: '01/11/2026' })).toMatchObject({ unchanged: 1 })
    expect((await patient()).died_on).toBeNull()
  })

  it('adds another diagnosis and owes an offer for it, but never the same one twice', async () => {
    await database.superuser.query(
      `update task set closed_at = now(), closure = 'with_reason', closed_reason = 'done' where patient_id = $1`,
      [patientId],
    )
    expect(await again({ diagnosisCode: 'C61', diagnosedOn: '2 Nov 2026' })).toMatchObject({ updated: 1 })
    const [offer, ...reviews] = ONE_DIAGNOSIS
    const both = [offer, ...reviews.flatMap((review) => [review, review])]
    expect((await openTasks()).map(({ kind }) => kind)).toEqual(both)
    await database.superuser.query(
      `update diagnosis set voided_at = now(), voided_reason = 'wrong person' where patient_id = $1`,
      [patientId],
    )
    expect(await again({ diagnosisCode: 'C61', diagnosedOn: '2 Nov 2026' })).toMatchObject({ unchanged: 1 })
  })

  it('rejects an NHS number that is on the record of somebody born on another day', async () => {
    expect(await again({ bornOn: '04/02/1961' })).toMatchObject({
      accepted: 0,
      rejected: 1,
      problems: [{ row: 2, verdict: 'rejected', reason: 'conflicts_with_record' }],
    })
    expect((await patient()).version).toBe(1)
  })

  it('leaves out a hospital number that is another patient’s, with a warning', async () => {
    const report = await importFile(
      clinician,
      breast,
      fileOf({ nhsNumber: nextNhsNumber(), hospitalNumber: cells.hospitalNumber ?? '' }),
    )
    expect(report).toMatchObject({
      created: 1,
      problems: [{ verdict: 'accepted', reason: 'hospital_number_taken' }],
    })
    expect(
      await one('select patient_id from patient_identifier where value = $1', [cells.hospitalNumber]),
    ).toEqual({
      patient_id: patientId,
    })
  })

  it('joins a record that another hospital made', async () => {
    const report = await importFile(
      elsewhere,
      elsewhereBreast,
      fileOf({ ...cells, mobileTelephone: '07700 900444' }),
    )
    expect(report).toMatchObject({ created: 0, updated: 1, problems: [] })
    expect((await patient()).mobile_telephone).toBe('07700 900444')
    expect((await openTasks()).map(({ kind }) => kind)).toEqual(ONE_DIAGNOSIS)
  })

  it('does not take back whom the team let go, unless the diagnosis is new', async () => {
    const end = { patientId, teamId: breast, reason: 'Moved to Wales', openTasks: 'close' as const }
    await endCare(clinician, end)
    expect(await again({})).toMatchObject({
      unchanged: 1,
      problems: [{ row: 2, verdict: 'accepted', reason: 'care_has_ended' }],
    })
    const cared = () =>
      one(
        'select count(*)::int from care_relationship where patient_id = $1 and team_id = $2 and ended_on is null',
        [patientId, breast],
      )
    expect(await cared()).toEqual({ count: 0 })
    expect(await again({ diagnosedOn: '5 Nov 2026' })).toMatchObject({ updated: 1 })
    expect(await cared()).toEqual({ count: 1 })
  })
})
