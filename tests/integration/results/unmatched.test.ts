import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { setAsideSchema } from '@/lib/results/schema'
import { fileUnmatched, setAsideUnmatched } from '@/lib/results/settle-unmatched'
import { findFiledUnmatched } from '@/lib/results/filed-unmatched'
import type { PlaceInTime } from '@/lib/results/place-in-list'
import { getUnmatched, listUnmatched, type UnmatchedList } from '@/lib/results/unmatched-queries'
import type { UnmatchedReason } from '@/lib/results/unmatched'
import { nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { unmatchedMessage } from '@/tests/factories/unmatched-results'
import { makeResultSetting, type ResultSetting } from './setting'

type Otherwise = { bornOn?: string; why?: UnmatchedReason }

let setting: ResultSetting
let elsewhere: Actor
beforeAll(async () => {
  setting = await makeResultSetting()
  elsewhere = await actorAtWork(setting.database.pools.owner, { teams: { 'ZT102-COLORECTAL': 'clinician' } })
})
afterAll(() => setting.database.drop())

/** Somebody, and a message about them that gives another date of birth unless said otherwise. */
const waiting = async ({ bornOn = '1961-02-04', ...otherwise }: Otherwise = {}) => {
  const nhsNumber = nextNhsNumber()
  const patientId = await setting.patient({ nhsNumber })
  const said = { nhsNumber, familyName: 'Smith', givenName: 'Anne', bornOn }
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  return {
    patientId,
    unmatchedId: await unmatchedMessage(setting.clinician, organisationId, said, otherwise),
  }
}

const filing = (place: { patientId: string; unmatchedId: string }, change = {}) => ({
  ...place,
  version: 1,
  code: 'psa',
  value: '0.05',
  unit: 'µg/L',
  reportText: null,
  outcome: undefined,
  sampledOn: today(),
  answers: 'by_date' as const,
  howKnown: 'The ward rang about her',
  ...change,
})

describe('a result that could not be filed', () => {
  it('is shown with its message beside who it might be about, and in what they agree', async () => {
    const { patientId, unmatchedId } = await waiting()
    const page = await getUnmatched(setting.clinician, unmatchedId)
    expect(page).toMatchObject({
      unmatched: { why: 'differs_in_birth_date' },
      suggestedCode: 'psa',
      candidates: [{ patientId, agrees: { nhsNumber: true, bornOn: false, name: true } }],
    })
    expect(page.raw).toMatch(/^MSH\|.*\nPID\|/)
    const { results } = await listUnmatched(setting.clinician)
    expect(results.map(({ id }) => id)).toContain(unmatchedId)
  })

  it('is filed by a person as theirs, judged and owed like any other, and gone from the list', async () => {
    const place = await waiting()
    const resultId = await fileUnmatched(setting.supportWorker, filing(place))
    const kept = await setting.row(resultId)
    expect(kept).toMatchObject({ source: 'file', recordedById: setting.supportWorker.staffId })
    expect(kept.messageId).toBeTypeOf('string')
    expect(await setting.reviewsOwed(place.patientId)).toHaveLength(1)
    const { results } = await listUnmatched(setting.clinician)
    expect(results.map(({ id }) => id)).not.toContain(place.unmatchedId)
    expect(await setting.events(place.patientId)).toEqual(
      expect.arrayContaining(['unmatched_result.filed', 'result.filed']),
    )
  })

  it('is filed where the person differs from the message only by who says how they know, which is kept', async () => {
    const place = await waiting()
    const refused = fileUnmatched(setting.clinician, filing(place, { howKnown: null }))
    await expect(refused).rejects.toMatchObject({
      errors: [{ field: 'howKnown', message: expect.stringContaining('date of birth') }],
    })
    await fileUnmatched(setting.clinician, filing(place))
    const { superuser } = setting.database
    const { rows } = await superuser.query('select reason from unmatched_result where id = $1', [
      place.unmatchedId,
    ])
    expect(rows).toEqual([{ reason: 'The ward rang about her' }])
    const { rows: logged } = await superuser.query(
      `select detail from access_log where event = 'unmatched_result.filed' and entity_id = $1`,
      [place.unmatchedId],
    )
    expect(logged).toEqual([{ detail: { differs: ['date_of_birth'] } }])
  })

  it('is filed without a word where the person is the one that the message says', async () => {
    const place = await waiting({ bornOn: '1961-02-03', why: 'missing_unit' })
    const resultId = await fileUnmatched(setting.clinician, filing(place, { howKnown: null }))
    expect(resultId).toBeTypeOf('string')
  })

  it('says under whom it was filed, to who filed it alone, and that is logged', async () => {
    const place = await waiting()
    expect(await findFiledUnmatched(setting.clinician, place.unmatchedId)).toBeNull()
    const resultId = await fileUnmatched(setting.clinician, filing(place))
    expect(await findFiledUnmatched(setting.clinician, place.unmatchedId)).toEqual({
      name: expect.stringContaining('SMITH, Anne'),
      patientId: place.patientId,
      resultId,
    })
    expect(await setting.events(place.patientId)).toContain('unmatched_result.listed')
    expect(await findFiledUnmatched(setting.supportWorker, place.unmatchedId)).toBeNull()
    expect(await findFiledUnmatched(elsewhere, place.unmatchedId)).toBeNull()
    expect(await findFiledUnmatched(setting.clinician, ['x'])).toBeNull()
  })

  it('is settled once, whoever else has it open', async () => {
    const place = await waiting()
    const both = await Promise.allSettled([
      fileUnmatched(setting.clinician, filing(place)),
      setAsideUnmatched(setting.supportWorker, { ...place, version: 1, reason: 'Not ours' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(fileUnmatched(setting.clinician, filing(place))).rejects.toThrow(Stale)
    const { rows } = await setting.database.superuser.query<{ results: number; filed: number }>(
      `select (select count(*)::int from result where patient_id = $1) as results,
        (select count(*)::int from unmatched_result where id = $2 and settlement = 'filed') as filed`,
      [place.patientId, place.unmatchedId],
    )
    expect(rows[0]?.results).toBe(rows[0]?.filed)
  })

  it('is not filed with a value that cannot be read, and waits on', async () => {
    const place = await waiting()
    const refused = fileUnmatched(setting.clinician, filing(place, { unit: '' }))
    await expect(refused).rejects.toMatchObject({ errors: [{ field: 'unit' }] })
    const wrong = fileUnmatched(setting.clinician, filing(place, { value: 'abc', unit: '', howKnown: null }))
    await expect(wrong).rejects.toMatchObject({
      errors: [{ field: 'howKnown' }, { field: 'value' }, { field: 'unit' }],
    })
    await expect(getUnmatched(setting.clinician, place.unmatchedId)).resolves.toBeTruthy()
  })

  it('is set aside with a reason, and the message stays', async () => {
    const place = await waiting()
    await setAsideUnmatched(setting.clinician, { ...place, version: 1, reason: 'Of another hospital' })
    await expect(getUnmatched(setting.clinician, place.unmatchedId)).rejects.toThrow(NotFound)
    const posted = { unmatchedId: place.unmatchedId, version: '1', reason: ' ' }
    expect(setAsideSchema.safeParse(posted).success).toBe(false)
  })

  it('is listed a page at a time, the oldest first, each once, with how many wait', async () => {
    await waiting()
    await setting.database.superuser.query(
      `insert into unmatched_result (id, message_id, organisation_id, why, content, created_at)
       select uuidv7(), message_id, organisation_id, why, content, created_at + place / 3 * interval '1 millisecond'
       from (select * from unmatched_result where settled_at is null order by created_at desc limit 1) as last,
         generate_series(1, 117) as place`,
    )
    const { rows } = await setting.database.superuser.query<{ id: string }>(
      'select id from unmatched_result where settled_at is null order by created_at, id',
    )
    const ids: string[] = []
    let after: PlaceInTime | null = null
    do {
      const page: UnmatchedList = await listUnmatched(setting.clinician, after)
      expect(page.total).toBe(rows.length)
      ids.push(...page.results.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(ids).toEqual(rows.map(({ id }) => id))
  })

  it('belongs to the organisation that took it in, and to no practice', async () => {
    const place = await waiting()
    expect((await listUnmatched(elsewhere)).results).toEqual([])
    await expect(getUnmatched(elsewhere, place.unmatchedId)).rejects.toThrow(NotFound)
    const aside = { ...place, version: 1, reason: 'Not ours' }
    await expect(setAsideUnmatched(elsewhere, aside)).rejects.toThrow(NotFound)
    await expect(listUnmatched(setting.gp)).rejects.toThrow(NotAllowed)
    await expect(fileUnmatched(setting.urologist, filing(place))).rejects.toThrow(NotFound)
    for (const id of [crypto.randomUUID(), 'x'])
      await expect(getUnmatched(setting.clinician, id)).rejects.toThrow(NotFound)
  })
})
