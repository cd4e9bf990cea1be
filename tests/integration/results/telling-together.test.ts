import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addMonths } from '@/lib/nhs/calendar-date'
import { atInstant, now, today } from '@/lib/platform/clock'
import { NotAllowed } from '@/lib/platform/errors'
import { confirmResults } from '@/lib/results/confirm-results'
import { getResult } from '@/lib/results/queries'
import { tellResult } from '@/lib/results/tell-result'
import { tellResults } from '@/lib/results/tell-results'
import { getChosenTellings, listTellings, type TellingOfPerson } from '@/lib/results/tellings-waiting'
import { findTold, TELL_RESULTS } from '@/lib/results/told'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

type Chosen = { patientId: string; subjectId: string; resultId: string }

/** Somebody with an address, whose PSA was confirmed as in range: of the test that is due, or of no test. */
async function inRange(kind: 'of a test' | 'by itself' = 'of a test', value = '<0.01'): Promise<Chosen> {
  const { patientId, testId } = await setting.due()
  await setting.database.superuser.query(
    `update patient set address_line_1 = '1 High Street', postcode = 'ZZ99 3VZ' where id = $1`,
    [patientId],
  )
  const answers = kind === 'of a test' ? 'by_date' : 'none'
  const resultId = await setting.file(patientId, { value, answers })
  const { judgementId, isInRange } = (await getResult(setting.clinician, { patientId, resultId })).result
  if (isInRange) await confirmResults(setting.clinician, { results: [{ patientId, resultId, judgementId }] })
  else await setting.review({ patientId, resultId })
  return { patientId, resultId, subjectId: kind === 'of a test' ? testId : resultId }
}

const shown = (chosen: readonly Chosen[], actor: Actor = setting.supportWorker) =>
  getChosenTellings(
    actor,
    chosen.map(({ subjectId }) => subjectId),
  )

/** As the confirm page posts them. */
const asPosted = (tellings: readonly TellingOfPerson[]) => ({
  tellings: tellings.map(({ patientId, subjectId, reviewId, next }) => ({
    patientId,
    subjectId,
    reviewId: reviewId ?? '',
    nextOn: next?.dueOn ?? null,
  })),
})

const letters = async ({ patientId }: Chosen) => {
  const { rows } = await setting.database.superuser.query<{ recipient: string }>(
    `select recipient::text from message where patient_id = $1 and channel = 'letter' and about like 'told:%' order by recipient`,
    [patientId],
  )
  return rows.map(({ recipient }) => recipient)
}
const owed = async ({ patientId }: Chosen) => (await setting.openTasks(patientId, 'tell_result')).length

describe('results that wait to be told', () => {
  it('are together where a letter may say them, and by themselves with the reason where not', async () => {
    const quiet = await inRange()
    const loud = await inRange('of a test', '0.3')
    const unreachable = await inRange('by itself')
    await setting.database.superuser.query('update patient set postcode = null where id = $1', [
      unreachable.patientId,
    ])
    const list = await listTellings(setting.supportWorker)
    expect(list.together.find(({ subjectId }) => subjectId === quiet.subjectId)).toMatchObject({
      name: 'PSA',
      words: ['<0.01 µg/L'],
      next: { name: 'PSA', dueOn: addMonths(today(), 6) },
      person: { name: 'SMITH, Anne' },
    })
    const why = (one: Chosen) => list.single.find(({ subjectId }) => subjectId === one.subjectId)
    expect(why(loud)).toMatchObject({ whyAlone: 'not_in_range' })
    expect(why(unreachable)).toMatchObject({ whyAlone: 'no_letter' })
    expect(await shown([loud, unreachable])).toEqual([])
    expect(list.total).toBe(list.together.length + list.single.length)
  })

  it('are those of the actor’s own teams, and no practice’s', async () => {
    await inRange()
    expect(await listTellings(setting.urologist)).toMatchObject({ together: [], single: [], total: 0 })
    await expect(listTellings(setting.gp)).rejects.toThrow(NotAllowed)
    await expect(tellResults(setting.gp, { tellings: [] })).rejects.toThrow(NotAllowed)
  })

  it('are told together: each with its letter, the copy, the next date and its entry in the log', async () => {
    const chosen = [await inRange(), await inRange('by itself')]
    expect(await tellResults(setting.supportWorker, asPosted(await shown(chosen)))).toEqual({
      told: 2,
      refused: [],
    })
    for (const one of chosen) {
      expect(await owed(one)).toBe(0)
      expect(await letters(one)).toEqual(['person', 'practice'])
      expect(await setting.openTasks(one.patientId, 'post_letter')).toHaveLength(1)
      expect(await setting.events(one.patientId)).toContain('message.written')
    }
    const [ofTest, byItself] = chosen
    expect(await setting.events(ofTest?.patientId ?? '')).toContain('surveillance_test.told')
    expect(await setting.events(byItself?.patientId ?? '')).toContain('result.told')
    const [event] = await asActor(setting.clinician, (tx) =>
      tx.surveillanceTestEvent.findMany({ where: { testId: ofTest?.subjectId, kind: 'told' } }),
    )
    expect(event).toMatchObject({ toldBy: 'letter', resultIds: [ofTest?.resultId] })
    expect((await setting.row(byItself?.resultId ?? '')).tellings).toMatchObject([{ toldBy: 'letter' }])
  })

  it('pressed twice are told once, and the page says again what came of it', async () => {
    const chosen = [await inRange()]
    const posted = asPosted(await shown(chosen))
    const submission = { id: uuidv7(), action: TELL_RESULTS }
    const by = { ...setting.supportWorker, submission }
    const first = await tellResults(by, posted)
    expect(await tellResults(by, posted)).toEqual(first)
    expect(await letters(chosen[0]!)).toEqual(['person', 'practice'])
    expect(await findTold(setting.supportWorker, submission.id)).toEqual({ told: 1, refused: [] })
    expect(await findTold(setting.clinician, submission.id)).toBeNull()
  })

  it('whatever changed meanwhile is left with its reason, and the others are told all the same', async () => {
    const [told, corrected, moved, silent, dead, gone, quiet] = [
      await inRange('by itself'),
      await inRange(),
      await inRange(),
      await inRange('by itself'),
      await inRange(),
      await inRange(),
      await inRange(),
    ]
    const { superuser } = setting.database
    const posted = asPosted(await shown([told, corrected, moved, silent, dead, gone, quiet]))
    expect(posted.tellings).toHaveLength(7)
    await tellResult(setting.clinician, { ...told, on: today(), toldBy: 'in_person', note: null })
    await setting.file(corrected.patientId, { value: '0.02', replaces: corrected.resultId })
    for (const one of posted.tellings)
      if (one.subjectId === moved.subjectId) one.nextOn = addMonths(today(), 5)
    await superuser.query('update patient set postcode = null where id = $1', [silent.patientId])
    await superuser.query('update patient set died_on = current_date where id = $1', [dead.patientId])
    await superuser.query(
      `update care_relationship set started_on = current_date - 5, ended_on = current_date where patient_id = $1 and team_id = $2`,
      [gone.patientId, setting.breast],
    )
    const { told: count, refused } = await tellResults(setting.supportWorker, posted)
    expect(count).toBe(1)
    expect(Object.fromEntries(refused.map(({ patientId, why, stop }) => [patientId, [why, stop]]))).toEqual({
      [told.patientId]: ['told', null],
      [corrected.patientId]: ['not_reviewed', null],
      [moved.patientId]: ['next_changed', null],
      [silent.patientId]: ['no_letter', 'no_address'],
      [dead.patientId]: ['no_letter', 'died'],
      [gone.patientId]: ['not_in_care', null],
    })
    expect(await letters(quiet)).toEqual(['person', 'practice'])
    for (const one of [corrected, moved, silent, dead, gone]) expect(await letters(one)).toEqual([])
  })

  it('out of range, or that may not be known yet, are never told so, whatever was posted', async () => {
    const loud = await inRange('of a test', '0.3')
    const held = await inRange()
    const both = await listTellings(setting.clinician)
    const posted = asPosted(
      [...both.together, ...both.single].filter(({ subjectId }) =>
        [loud.subjectId, held.subjectId].includes(subjectId),
      ),
    )
    // As of a moment before it was released.
    const early = new Date(now().getTime() - 3_600_000)
    const { told, refused } = await atInstant(early, () => tellResults(setting.clinician, posted))
    expect(told).toBe(0)
    expect(refused.map(({ why }) => why).sort()).toEqual(['held', 'not_in_range'])
    expect([await letters(loud), await letters(held)]).toEqual([[], []])
  })

  it('are told once by two people at the same time', async () => {
    const chosen = [await inRange(), await inRange('by itself'), await inRange()]
    const tellings = await shown(chosen)
    const both = await Promise.all([
      tellResults(setting.clinician, asPosted(tellings)),
      tellResults(setting.supportWorker, asPosted(tellings.toReversed())),
    ])
    expect(both.map(({ told }) => told).sort()).toEqual([0, 3])
    for (const one of chosen) expect(await letters(one)).toEqual(['person', 'practice'])
  })
})
