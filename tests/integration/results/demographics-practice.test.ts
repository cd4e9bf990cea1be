import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { editContacts } from '@/lib/patients/edit-patient'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { resultMessages } from '@/lib/results/receive-results'
import { agreedCarePlan } from '@/tests/factories/care-plans'
import { nextNhsNumber } from '@/tests/factories/patients'
import { signedSummary } from '@/tests/factories/treatment-summaries'
import { adt, type Said } from './hospital-system'
import { sendTogether } from './laboratory'
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

/** Of the moment when it comes: what is dated later than now counts so. */
const NOW = '20990101120000'
const OTHER = 'OTHER SURGERY^^Z90002'

const send = (...messages: string[]) => sendTogether(listener.port, messages)

const someone = async (plan: { practice?: boolean } = {}) => {
  const nhsNumber = nextNhsNumber()
  return { nhsNumber, patientId: await setting.patient({ nhsNumber, ...plan }) }
}

const versionOf = async (patientId: string) =>
  (await query<{ version: number }>('select version from patient where id = $1', [patientId]))[0]?.version ??
  0

const waiting = async (nhsNumber: string) =>
  (
    await query<{ why: string }>(
      `select why from unmatched_result where content -> 'person' ->> 'nhsNumber' = $1 order by id`,
      [nhsNumber],
    )
  ).map(({ why }) => why)

const moveByHand = async (patientId: string, practiceId: string) => {
  const { version } = await getPracticeChoice(setting.clinician, patientId)
  await changeRegisteredPractice(setting.clinician, { patientId, version, practiceId })
}

describe('a practice that a hospital system states', () => {
  /** With a plan, a summary and its requests at the practice before. */
  const wholeCare = async () => {
    const one = await someone()
    await signedSummary(setting.clinician, one.patientId)
    await agreedCarePlan(setting.clinician, one.patientId, setting.breast, {
      actions: [{ what: 'Check the blood count', owner: 'practice' }],
    })
    return one
  }
  /** Everything owed, done and logged, without the ids that differ between two people. */
  const allOf = async (patientId: string) => ({
    practice: await setting.practiceOf(patientId),
    open: (await setting.openTasks(patientId))
      .map(({ kind, team_id, due_on, detail }) => `${kind} ${team_id} ${due_on} ${detail}`)
      .toSorted(),
    closed: await query(
      `select kind::text, team_id, closure::text, closed_reason from task where patient_id = $1 and closed_at is not null
       order by kind::text, team_id, detail, closure::text`,
      [patientId],
    ),
    requests: await query(
      `select code, practice_team_id, array_agg(event.kind::text order by event.id) as said
       from practice_request as request join practice_request_event as event on event.request_id = request.id
       where request.patient_id = $1 group by request.id order by code, practice_team_id = $2`,
      [patientId, setting.otherPractice],
    ),
    shares: await query('select team_id from care_plan_share where patient_id = $1 order by id', [patientId]),
    deliveries: await query(
      'select team_id, channel::text from treatment_summary_delivery where patient_id = $1 order by id',
      [patientId],
    ),
    events: (await setting.events(patientId)).slice(-40).toSorted(),
  })

  it('moves the registration and all that goes with it as a move by hand does', async () => {
    const [byHand, byMessage] = [await wholeCare(), await wholeCare()]
    await moveByHand(byHand.patientId, setting.otherPractice)
    expect(await send(adt(byMessage.nhsNumber, { practice: OTHER, at: NOW }))).toEqual(['AA'])
    const [hand, message] = [await allOf(byHand.patientId), await allOf(byMessage.patientId)]
    expect(message.practice).toBe('Z90002')
    expect(message.requests.length).toBeGreaterThan(0)
    expect(message.open.join()).toContain('read_shared_plan')
    expect({ ...message, events: [] }).toEqual({ ...hand, events: [] })
    const counts = (events: string[], kind: string) => events.filter((event) => event === kind).length
    for (const event of new Set(hand.events.filter((each) => !/viewed|read/.test(each))))
      expect([event, counts(message.events, event)]).toEqual([event, counts(hand.events, event)])
    expect(await waiting(byMessage.nhsNumber)).toEqual([])
  })

  it('is in the history and in the access log, with who said so', async () => {
    const { nhsNumber, patientId } = await someone()
    await send(adt(nhsNumber, { practice: OTHER, at: NOW }))
    expect(
      await query('select version, changes, recorded_by_id from patient_change where patient_id = $1', [
        patientId,
      ]),
    ).toEqual([
      {
        version: 2,
        changes: { registeredPractice: { from: 'Z90001', to: 'Z90002', source: 'message' } },
        recorded_by_id: null,
      },
    ])
    const entries = await query(
      `select entry.detail, entry.actor_kind, message.sending_application as sender from access_log as entry
       join inbound_message as message on message.id = entry.entity_id
       where entry.patient_id = $1 and entry.event = 'patient.practice_changed'`,
      [patientId],
    )
    expect(entries).toMatchObject([
      { detail: { from: 'Z90001', to: 'Z90002', source: 'message', hospital: 'ZT101' }, sender: 'PAS' },
    ])
  })

  it('is found where none was known', async () => {
    const { nhsNumber, patientId } = await someone()
    await moveByHand(patientId, '')
    expect(await setting.openTasks(patientId, 'find_practice')).toHaveLength(1)
    await send(adt(nhsNumber, { practice: OTHER, at: NOW }))
    expect(await setting.practiceOf(patientId)).toBe('Z90002')
    expect(await setting.openTasks(patientId, 'find_practice')).toEqual([])
  })

  it('and is the same again is no news', async () => {
    const { nhsNumber, patientId } = await someone()
    await send(adt(nhsNumber, { practice: 'SURGERY^^Z90001', at: NOW }))
    expect(await versionOf(patientId)).toBe(1)
    expect(await waiting(nhsNumber)).toEqual([])
  })

  it.each<[string, string, Said]>([
    ['that is not known here', 'practice_unknown', { practice: 'NOBODY^^Z99999' }],
    ['without a code', 'practice_unknown', { practice: 'The surgery by the bridge' }],
    ['taken away', 'practice_taken_away', { practice: '""' }],
  ])('%s waits for a person, and the rest of the message is kept', async (_name, why, said) => {
    const { nhsNumber, patientId } = await someone()
    const address = '14 Mill Lane^^Newtown^^ZZ99 3CZ'
    expect(await send(adt(nhsNumber, { ...said, address, at: NOW }))).toEqual(['AA'])
    expect(await waiting(nhsNumber)).toEqual([why])
    expect(await setting.practiceOf(patientId)).toBe('Z90001')
    expect(await query('select postcode from patient where id = $1', [patientId])).toEqual([
      { postcode: 'ZZ99 3CZ' },
    ])
  })

  it('before somebody was registered by hand, or moved by hand, changes nothing and waits for nobody', async () => {
    const { nhsNumber, patientId } = await someone()
    await send(adt(nhsNumber, { practice: OTHER }), adt(nhsNumber, { practice: 'X^^Z99999' }))
    expect(await setting.practiceOf(patientId)).toBe('Z90001')
    await send(adt(nhsNumber, { practice: OTHER, at: NOW }))
    await moveByHand(patientId, setting.practice)
    await send(adt(nhsNumber, { practice: OTHER, at: '20260401120000' }))
    expect(await setting.practiceOf(patientId)).toBe('Z90001')
    expect(await waiting(nhsNumber)).toEqual([])
  })

  it('of somebody else, of somebody who has died, or of another hospital moves nobody', async () => {
    const [other, dead, elsewhere] = [await someone(), await someone(), await someone()]
    await recordDeath(setting.clinician, {
      ...{ patientId: dead.patientId, version: 1, diedOn: today(), isChecked: true, isDateRight: true },
    } as Parameters<typeof recordDeath>[1])
    await query(
      `update care_relationship set ended_on = access.today(), ended_reason = 'elsewhere' where patient_id = $1 and team_id = $2`,
      [elsewhere.patientId, setting.breast],
    )
    await send(
      adt(other.nhsNumber, { practice: OTHER, at: NOW, name: 'Okafor^Ada' }),
      adt(other.nhsNumber, { practice: OTHER, at: NOW, bornOn: '19611203' }),
      adt(dead.nhsNumber, { practice: OTHER, at: NOW }),
      adt(elsewhere.nhsNumber, { practice: OTHER, at: NOW }),
    )
    for (const { patientId } of [other, dead, elsewhere])
      expect(await setting.practiceOf(patientId)).toBe('Z90001')
    expect(await waiting(dead.nhsNumber)).toEqual([])
    expect(await waiting(elsewhere.nhsNumber)).toEqual(['practice_differs'])
  })

  it('in a message that tells of the death too moves nobody', async () => {
    const { nhsNumber, patientId } = await someone()
    await send(adt(nhsNumber, { practice: OTHER, at: NOW, died: today().replaceAll('-', '') }))
    expect(await setting.practiceOf(patientId)).toBe('Z90001')
    expect(await waiting(nhsNumber)).toEqual([])
  })

  it('to and fro in one go ends with the last, each handed over once', async () => {
    const { nhsNumber, patientId } = await someone()
    await agreedCarePlan(setting.clinician, patientId, setting.breast)
    const to = (practice: string) => adt(nhsNumber, { practice: `S^^${practice}`, at: NOW })
    expect(await send(to('Z90002'), to('Z90001'), to('Z90002'))).toEqual(['AA', 'AA', 'AA'])
    expect(await setting.practiceOf(patientId)).toBe('Z90002')
    expect(await query('select from care_plan_share where patient_id = $1', [patientId])).toHaveLength(2)
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

  it('moves the one person whom the message is about, and nobody else', async () => {
    const [one, other] = [await someone(), await someone()]
    const move = 'select access.register_with_practice($1, $2)'
    const values = [one.patientId, setting.otherPractice]
    expect(await as('receive_message', one.patientId, move, values)).toBe(1)
    await expect(as('receive_message', other.patientId, move, values)).rejects.toThrow('not in care')
    await expect(as('receive_message', '', move, values)).rejects.toThrow('not in care')
    await expect(as('send_message', one.patientId, move, values)).rejects.toThrow('not in care')
  })

  it('reads what is handed over of that person alone, and nothing that a plan says', async () => {
    const { patientId } = await someone()
    await signedSummary(setting.clinician, patientId)
    await agreedCarePlan(setting.clinician, patientId, setting.breast)
    for (const table of [
      'care_plan',
      'care_plan_version',
      'treatment_summary',
      'treatment_summary_version',
    ]) {
      const ids = `select id from ${table} where patient_id = $1`
      expect([table, await as('receive_message', patientId, ids, [patientId])]).toEqual([table, 1])
      expect(await as('receive_message', '', ids, [patientId])).toBe(0)
      expect(await as('send_message', patientId, ids, [patientId])).toBe(0)
    }
    await expect(
      as('receive_message', patientId, 'select content from care_plan_version', []),
    ).rejects.toThrow('permission denied')
  })

  it('asks only the practice that the person is registered with', async () => {
    const { patientId } = await someone()
    await signedSummary(setting.clinician, patientId)
    const ask = `insert into practice_request (id, patient_id, summary_id, team_id, practice_team_id, code, what, due_on, answer_due_on)
      select uuidv7(), patient_id, id, team_id, $2, 'new', 'Look', access.today(), access.today() from treatment_summary where patient_id = $1`
    expect(await as('receive_message', patientId, ask, [patientId, setting.practice])).toBe(1)
    await expect(as('receive_message', patientId, ask, [patientId, setting.otherPractice])).rejects.toThrow(
      'row-level security',
    )
  })
})

describe('the language that a hospital system states', () => {
  const languageOf = async (patientId: string) =>
    (
      await query<{ language: string | null }>(
        'select preferred_language as language from patient where id = $1',
        [patientId],
      )
    )[0]?.language

  it.each([
    ['EN', 'en'],
    ['pol^Polish^ISO639', 'pl'],
    ['wel', 'cy'],
    ['q4', 'BSL'],
    ['LATIN~', null],
    ['7^Urdu^LOCAL', null],
    ['', null],
  ])('as %s is kept as %s, and waits for nobody', async (language, kept) => {
    const { nhsNumber, patientId } = await someone()
    expect(await send(adt(nhsNumber, { language, address: '1 Mill Lane^^^^ZZ99 3CZ' }))).toEqual(['AA'])
    expect(await languageOf(patientId)).toBe(kept)
    expect(await waiting(nhsNumber)).toEqual([])
    expect(await query('select postcode from patient where id = $1', [patientId])).toEqual([
      { postcode: 'ZZ99 3CZ' },
    ])
  })

  it('is taken away by the null of HL7 alone, and an unknown one changes nothing', async () => {
    const { nhsNumber, patientId } = await someone()
    const say = (language: string, minute: number) =>
      send(adt(nhsNumber, { language, at: `2026030112${minute}00` }))
    await say('ur', 10)
    await say('ELVISH', 11)
    await say('', 12)
    expect(await languageOf(patientId)).toBe('ur')
    await say('""', 13)
    expect(await languageOf(patientId)).toBe(null)
    await editContacts(setting.clinician, {
      ...{ patientId, version: await versionOf(patientId), addressLine1: null, addressLine2: null },
      ...{ postcode: null, mobileTelephone: null, homeTelephone: null, email: null },
    } as Parameters<typeof editContacts>[1])
    await say('pl', 14)
    expect(await languageOf(patientId)).toBe('pl')
  })
})
