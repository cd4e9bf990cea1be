import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { addDays } from '@/lib/nhs/calendar-date'
import { editContacts } from '@/lib/patients/edit-patient'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { resultMessages } from '@/lib/results/receive-results'
import { nextNhsNumber } from '@/tests/factories/patients'
import { adt, nextControlId, type Said } from './hospital-system'
import { psaOf, sendTogether } from './laboratory'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
let listener: MllpListener
beforeAll(async () => {
  setting = await makeResultSetting()
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  listener = await startMllpListener(0, resultMessages({ job: 'receive_message' }, organisationId))
})
afterAll(async () => {
  await listener.stop()
  await setting.database.drop()
})

const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await setting.database.superuser.query(text, values)).rows as Row[]

const send = (...messages: string[]) => sendTogether(listener.port, messages)

const someone = async () => {
  const nhsNumber = nextNhsNumber()
  return { nhsNumber, patientId: await setting.patient({ nhsNumber }) }
}

const recordOf = async (patientId: string) => {
  const [row] = await query<Record<string, unknown>>(
    `select title, given_name, family_name, search_name, sex, address_line_1, address_line_2, postcode, mobile_telephone, home_telephone, email, preferred_language,
       to_char(died_on, 'YYYY-MM-DD') as died_on from patient where id = $1`,
    [patientId],
  )
  return row ?? {}
}

const historyOf = (patientId: string) =>
  query<{ version: number; changes: Record<string, { source?: string }>; recorded_by_id: string | null }>(
    'select version, changes, recorded_by_id from patient_change where patient_id = $1 order by version',
    [patientId],
  )

const waiting = async (nhsNumber: string) =>
  (
    await query<{ why: string }>(
      `select why from unmatched_result where content -> 'person' ->> 'nhsNumber' = $1 order by id`,
      [nhsNumber],
    )
  ).map(({ why }) => why)

const keptMessages = async () =>
  (await query<{ n: number }>('select count(*)::int as n from inbound_message'))[0]?.n

const HOME = '14 Mill Lane^^Newtown^^ZZ99 3CZ^GBR^H'

describe('demographics', () => {
  it.each(['A04', 'A08', 'A31'])('of an %s are written to the record, with who said so', async (event) => {
    const { nhsNumber, patientId } = await someone()
    const telephone = '01632 960145^PRN^PH~07700 900321^PRN^CP~^NET^Internet^anne.s@example.org'
    expect(
      await send(adt(nhsNumber, { event, address: HOME, telephone, sex: 'F', name: 'Smith^Anne^^^Dr' })),
    ).toEqual(['AA'])
    expect(await recordOf(patientId)).toMatchObject({
      title: 'Dr',
      address_line_1: '14 Mill Lane',
      address_line_2: 'Newtown',
      postcode: 'ZZ99 3CZ',
      home_telephone: '01632 960145',
      mobile_telephone: '07700 900321',
      email: 'anne.s@example.org',
      sex: '2',
    })
    const [change] = (await historyOf(patientId)).slice(-1)
    expect(change).toMatchObject({ recorded_by_id: null, changes: { postcode: { source: 'message' } } })
    expect(await setting.events(patientId)).toContain('patient.changed')
    expect(await waiting(nhsNumber)).toEqual([])
  })

  it('that are empty change nothing, and that are null take away', async () => {
    const { nhsNumber, patientId } = await someone()
    const telephone = '01632 960145^PRN^PH~07700 900321^PRN^CP'
    await send(adt(nhsNumber, { address: HOME, telephone }))
    const before = await recordOf(patientId)
    await send(adt(nhsNumber, { at: '20260302120000' }))
    expect(await recordOf(patientId)).toEqual(before)
    await send(adt(nhsNumber, { at: '20260303120000', address: '""', telephone: '""' }))
    expect(await recordOf(patientId)).toMatchObject({
      address_line_1: null,
      postcode: null,
      mobile_telephone: null,
      home_telephone: null,
    })
  })

  it('name somebody anew who is named as before beside it', async () => {
    const { nhsNumber, patientId } = await someone()
    await send(adt(nhsNumber, { name: 'Okafor^Anne^^^^^L~Smith^Anne^^^^^M' }))
    expect(await recordOf(patientId)).toMatchObject({ family_name: 'Okafor', search_name: 'anne okafor' })
    await send(psaOf(nhsNumber, { family: 'Okafor' }))
    expect(await query('select from result where patient_id = $1', [patientId])).toHaveLength(1)
  })

  it('in capitals or cut short do not spoil a name', async () => {
    const { nhsNumber, patientId } = await someone()
    await send(adt(nhsNumber, { name: 'SMITH^ANN' }))
    expect(await recordOf(patientId)).toMatchObject({ family_name: 'Smith', given_name: 'Anne' })
    expect(await historyOf(patientId)).toEqual([])
  })

  it.each<[string, string, Said]>([
    ['another name', 'differs_in_name', { name: 'Okafor^Anne' }],
    ['another date of birth', 'differs_in_birth_date', { bornOn: '19610204' }],
    ['a postcode that is none', 'part_not_readable', { address: '1 Mill Lane^^Newtown^^NOWHERE' }],
    ['a death without a day', 'death_doubted', { hasDied: 'Y' }],
    ['a death of tomorrow', 'death_doubted', { died: '20990101' }],
    ['a death before the birth', 'death_doubted', { died: '19500101' }],
  ])('with %s wait for a person, once', async (_name, why, said) => {
    const { nhsNumber, patientId } = await someone()
    const before = await recordOf(patientId)
    expect(await send(adt(nhsNumber, said), adt(nhsNumber, said))).toEqual(['AA', 'AA'])
    expect(await waiting(nhsNumber)).toEqual([why])
    expect(await recordOf(patientId)).toEqual(before)
  })

  it('of people who are not in care here are answered and not kept, only counted', async () => {
    const before = await keptMessages()
    expect(await send(adt(nextNhsNumber()), adt(nextNhsNumber(), { event: 'A04' }))).toEqual(['AA', 'AA'])
    expect(await keptMessages()).toBe(before)
    const [entry] = await query<{ detail: { messages: number } }>(
      `select detail from access_log where event = 'message.passed_over' order by id desc limit 1`,
    )
    expect(entry?.detail).toEqual({ messages: 2 })
  })

  it('without an NHS number wait where the hospital number is of somebody in care', async () => {
    const { patientId } = await someone()
    const value = `H${patientId.slice(-8)}`
    await query(
      `insert into patient_identifier (id, patient_id, organisation_id, value) values (uuidv7(), $1, $2, $3)`,
      [patientId, setting.clinician.memberships[0]?.organisationId, value],
    )
    const before = await recordOf(patientId)
    const controlId = nextControlId()
    await send(adt('', { controlId, numbers: `${value}^^^ZT101^MR`, address: HOME }))
    expect(await recordOf(patientId)).toEqual(before)
    expect(
      await query(
        'select why from unmatched_result join inbound_message as message on message.id = message_id where control_id = $1',
        [controlId],
      ),
    ).toEqual([{ why: 'no_nhs_number' }])
  })

  it('sent again change nothing more', async () => {
    const { nhsNumber, patientId } = await someone()
    const message = adt(nhsNumber, { address: HOME })
    expect(await send(message, message)).toEqual(['AA', 'AA'])
    expect(await historyOf(patientId)).toHaveLength(1)
  })
})

describe('of what is said of a person', () => {
  it('the last word by its own time stands, part by part, in whatever order messages come', async () => {
    const minutes = fc.integer({ min: 10, max: 59 })
    const statement = fc.record({
      minute: minutes,
      street: fc.integer({ min: 0, max: 3 }),
      phone: fc.integer({ min: 0, max: 3 }),
      language: fc.constantFrom('', 'pl', 'ur'),
      practice: fc.constantFrom('', 'Z90001', 'Z90002'),
    })
    const statements = fc.uniqueArray(statement, {
      minLength: 1,
      maxLength: 6,
      selector: ({ minute }) => minute,
    })
    await fc.assert(
      fc.asyncProperty(statements, async (said) => {
        const nhsNumber = nextNhsNumber()
        const patientId = await setting.patient({ nhsNumber, practice: false })
        const messages = said.map(({ minute, street, phone, language, practice }) =>
          adt(nhsNumber, {
            at: `2026030112${minute}00`,
            address: street === 0 ? '' : `${street} High Street^^Newtown^^ZZ99 3CZ`,
            telephone: phone === 0 ? '' : `01632 96014${phone}^PRN^PH`,
            language,
            practice: practice && `SURGERY^^${practice}`,
          }),
        )
        const answers =
          said.length % 2 === 0
            ? await send(...messages)
            : (await Promise.all(messages.map((one) => send(one)))).flat()
        expect(answers.every((answer) => answer === 'AA')).toBe(true)
        const inTime = said.toSorted((one, other) => one.minute - other.minute)
        const street = inTime.findLast((one) => one.street !== 0)?.street
        const phone = inTime.findLast((one) => one.phone !== 0)?.phone
        const record = await recordOf(patientId)
        expect(record.address_line_1 ?? null).toBe(street ? `${street} High Street` : null)
        expect(record.home_telephone ?? null).toBe(phone ? `01632 96014${phone}` : null)
        expect(record.preferred_language).toBe(
          inTime.findLast((one) => one.language !== '')?.language ?? null,
        )
        expect(await setting.practiceOf(patientId)).toBe(
          inTime.findLast((one) => one.practice !== '')?.practice ?? null,
        )
      }),
      { numRuns: 25 },
    )
  })

  it('a message of before somebody here put it right changes nothing, and one of after does', async () => {
    const { nhsNumber, patientId } = await someone()
    const [row] = await query<{ version: number }>('select version from patient where id = $1', [patientId])
    await editContacts(setting.clinician, {
      patientId,
      version: row?.version ?? 1,
      addressLine1: '1 Staff Road',
      addressLine2: null,
      postcode: 'ZZ99 3VZ',
      mobileTelephone: null,
      homeTelephone: null,
      email: null,
    } as Parameters<typeof editContacts>[1])
    await send(adt(nhsNumber, { at: '20200101120000', address: HOME }))
    expect(await recordOf(patientId)).toMatchObject({ address_line_1: '1 Staff Road' })
    // Said later than now, it counts as said when it came.
    await send(adt(nhsNumber, { at: '20990101120000', address: HOME }))
    expect(await recordOf(patientId)).toMatchObject({ address_line_1: '14 Mill Lane' })
  })
})

describe('a death that a message states', () => {
  const died = today().replaceAll('-', '')

  it('closes everything that is open, and is in the access log', async () => {
    const { patientId } = await setting.due()
    const [row] = await query<{ nhs_number: string }>('select nhs_number from patient where id = $1', [
      patientId,
    ])
    const nhsNumber = row?.nhs_number ?? ''
    expect((await setting.openTasks(patientId)).length).toBeGreaterThan(0)
    expect(await send(adt(nhsNumber, { died, hasDied: 'Y' }))).toEqual(['AA'])
    expect(await recordOf(patientId)).toMatchObject({ died_on: today() })
    expect(await setting.openTasks(patientId)).toEqual([])
    expect(await setting.events(patientId)).toContain('patient.death_recorded')
    expect(await historyOf(patientId)).toMatchObject([{ changes: { diedOn: { source: 'message' } } }])
    expect(await waiting(nhsNumber)).toEqual([])
  })

  it('waits for a person where something was done with them after it', async () => {
    const { patientId } = await setting.followed()
    const [row] = await query<{ nhs_number: string }>('select nhs_number from patient where id = $1', [
      patientId,
    ])
    const long = addDays(today(), -3000).replaceAll('-', '')
    await send(adt(row?.nhs_number ?? '', { died: long }))
    expect(await recordOf(patientId)).toMatchObject({ died_on: null })
    expect(await waiting(row?.nhs_number ?? '')).toEqual(['death_doubted'])
  })

  it('is never taken back or moved by a message, and nothing of the dead is changed', async () => {
    const { nhsNumber, patientId } = await someone()
    await recordDeath(setting.clinician, {
      patientId,
      version: 1,
      diedOn: today(),
      isChecked: true,
      isDateRight: true,
    } as Parameters<typeof recordDeath>[1])
    const before = await recordOf(patientId)
    const yesterday = addDays(today(), -1).replaceAll('-', '')
    await send(
      adt(nhsNumber, { hasDied: 'N', address: HOME }),
      adt(nhsNumber, { died: yesterday, at: '20260302120000' }),
      adt(nhsNumber, { died: '""', at: '20260303120000' }),
    )
    expect(await recordOf(patientId)).toEqual(before)
    expect((await waiting(nhsNumber)).toSorted()).toEqual(['death_doubted', 'death_taken_back'])
  })
})

describe('the role that the listener works as', () => {
  const as = async (job: string, about: string, text: string, values: unknown[]) => {
    const worker = await setting.database.pools.worker.connect()
    try {
      await worker.query('begin')
      await worker.query(
        `select set_config('app.job', $1, true), set_config('app.message_about', $2, true)`,
        [job, about],
      )
      return (await worker.query(text, values)).rowCount
    } finally {
      await worker.query('rollback')
      worker.release()
    }
  }
  const discard = 'select access.discard_drafts($1, null)'
  const rename = `update patient set family_name = 'Else' where id = $1`

  it('takes no death back, and changes no number and no date of birth', async () => {
    const { patientId } = await someone()
    await query('update patient set died_on = access.today() where id = $1', [patientId])
    const change = (what: string) =>
      as('receive_message', '', `update patient set ${what} where id = $1`, [patientId])
    await expect(change('died_on = null')).rejects.toThrow('takes no death back')
    await expect(change(`nhs_number = '9990000018'`)).rejects.toThrow('permission denied')
    await expect(change('born_on = access.today()')).rejects.toThrow('permission denied')
  })

  it('changes a record for the listener alone', async () => {
    const { patientId } = await someone()
    expect(await as('receive_message', '', rename, [patientId])).toBe(1)
    expect(await as('send_message', '', rename, [patientId])).toBe(0)
    expect(await as('recompute_follow_up', '', rename, [patientId])).toBe(0)
  })

  it('closes what a death closes for the one person whom the message is about', async () => {
    const [one, other] = [await someone(), await someone()]
    expect(await as('receive_message', one.patientId, discard, [one.patientId])).toBe(1)
    await expect(as('receive_message', other.patientId, discard, [one.patientId])).rejects.toThrow(
      'not in care',
    )
    await expect(as('receive_message', '', discard, [one.patientId])).rejects.toThrow('not in care')
    await expect(as('send_message', one.patientId, discard, [one.patientId])).rejects.toThrow('not in care')
  })

  it('reads what was done with that person alone, and staff do not read what was said at all', async () => {
    const { patientId } = await setting.followed()
    const diagnoses = 'select id from diagnosis where patient_id = $1'
    expect(await as('receive_message', patientId, diagnoses, [patientId])).toBe(1)
    expect(await as('receive_message', '', diagnoses, [patientId])).toBe(0)
    for (const table of ['patient_statement', 'retired_number'])
      await expect(setting.database.pools.app.query(`select from ${table}`)).rejects.toThrow(
        'permission denied',
      )
  })
})

describe('numbers that give way', () => {
  const merge = (survivor: string, retired: string, said: Said = {}) =>
    adt(survivor, { event: 'A40', segments: [`MRG|${retired}^^^NHS^NH`], ...said })

  it('lead to the person who survives, for results and demographics behind it', async () => {
    const { nhsNumber, patientId } = await someone()
    const old = nextNhsNumber()
    expect(await send(merge(nhsNumber, old), psaOf(old), adt(old, { address: HOME }))).toEqual([
      'AA',
      'AA',
      'AA',
    ])
    expect(await query('select from result where patient_id = $1', [patientId])).toHaveLength(1)
    expect(await recordOf(patientId)).toMatchObject({ postcode: 'ZZ99 3CZ' })
  })

  it('of two records make nothing one: a person decides', async () => {
    const [one, other] = [await someone(), await someone()]
    await send(merge(one.nhsNumber, other.nhsNumber), psaOf(other.nhsNumber))
    expect(await waiting(one.nhsNumber)).toEqual(['numbers_of_two_records'])
    expect(await query('select from result where patient_id = $1', [other.patientId])).toHaveLength(1)
    expect(await query('select from retired_number where value = $1', [other.nhsNumber])).toEqual([])
  })

  it.each<[string, string, Said]>([
    ['the name of the survivor is another', 'differs_in_name', { name: 'Okafor^Ada' }],
  ])('wait for a person where %s', async (_name, why, said) => {
    const { nhsNumber } = await someone()
    const old = nextNhsNumber()
    await send(merge(nhsNumber, old, said))
    expect(await waiting(nhsNumber)).toEqual([why])
    expect(await query('select from retired_number where value = $1', [old])).toEqual([])
  })

  it('wait for a person where a number of ours gives way to one that nobody here has', async () => {
    const { nhsNumber } = await someone()
    const unknown = nextNhsNumber()
    await send(merge(unknown, nhsNumber))
    expect(await waiting(unknown)).toEqual(['number_gave_way'])
  })

  it('of strangers are not kept', async () => {
    const before = await keptMessages()
    expect(await send(merge(nextNhsNumber(), nextNhsNumber()))).toEqual(['AA'])
    expect(await keptMessages()).toBe(before)
  })
})
