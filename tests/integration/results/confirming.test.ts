import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { readBeside } from '@/lib/results/beside-results'
import { confirmResults } from '@/lib/results/confirm-results'
import type { PlaceInList } from '@/lib/results/place-in-list'
import { getResult } from '@/lib/results/queries'
import {
  getChosenResults,
  listResultsToReview,
  REVIEWS_A_PAGE,
  type ResultOfPerson,
  type ReviewList,
} from '@/lib/results/results-to-review'
import { confirmResultsSchema } from '@/lib/results/schema'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

const listOf = (actor: Actor = setting.clinician) => listResultsToReview(actor)

/** As the confirm page posts them. */
const asPosted = (results: readonly ResultOfPerson[]) => ({
  results: results.map(({ patientId, result: { id, judgementId } }) => ({
    patientId,
    resultId: id,
    judgementId,
  })),
})

const inRange = async (count: number) => {
  const ids: string[] = []
  for (let place = 0; place < count; place++) {
    const { patientId } = place % 2 ? await setting.due() : await setting.followed()
    ids.push(await setting.file(patientId))
  }
  return getChosenResults(setting.clinician, ids)
}

describe('results that wait for review', () => {
  it('are in one list where no rule objects, and by themselves where one does', async () => {
    const { patientId } = await setting.followed()
    const quiet = await setting.file(patientId)
    const { patientId: other } = await setting.due()
    const loud = await setting.file(other, { value: '0.3' })
    const list = await listOf()
    expect(list.inRange.map(({ result }) => result.id)).toContain(quiet)
    expect(list.single.map(({ result }) => result.id)).toContain(loud)
    expect(list.inRange.find(({ result }) => result.id === quiet)).toMatchObject({
      person: { name: 'SMITH, Anne' },
      result: { words: '<0.01 µg/L', name: 'PSA' },
    })
  })

  it('in range are seen beside the last three values in force before them, and what is due next', async () => {
    const { patientId } = await setting.followed()
    const [, wrong = '', , taken = ''] = await setting.readings(patientId, [
      [8, '0.01'],
      [6, '0.05'],
      [4, '<0.01'],
      [3, '0.03'],
      [2, '0.02'],
    ])
    const sampledOn = addMonths(today(), -6)
    await setting.file(patientId, { value: '0.04', sampledOn, replaces: wrong, confirmedSlip: 'Read again' })
    await setting.takeBack(patientId, taken)
    const resultId = await setting.file(patientId, { value: '0.04' })
    const beside = { earlier: ['0.04', '<0.01', '0.02'], next: { name: 'PSA' } }
    const { inRange: listed } = await listOf()
    expect(listed.find(({ result }) => result.id === resultId)).toMatchObject(beside)
    expect(await getChosenResults(setting.clinician, [resultId])).toMatchObject([beside])
    const { rows } = await setting.database.superuser.query(
      `select detail from access_log where event = 'results.listed' and detail ? 'earlier' order by at desc limit 1`,
    )
    expect(rows[0]?.detail.earlier).toBeGreaterThan(0)
  })

  it('are seen beside nothing of anybody else, nor by who has not the person in care', async () => {
    const { patientId: other } = await setting.followed()
    await setting.readings(other, [[3, '0.09']])
    const { patientId } = await setting.followed()
    const first = await setting.file(patientId, { sampledOn: addMonths(today(), -3) })
    const last = await setting.file(patientId)
    const [of, ...others] = await getChosenResults(setting.clinician, [first, last])
    expect(of?.earlier).toEqual([])
    const shown = others.map(({ result }) => ({ patientId, result }))
    for (const [actor, earlier] of [
      [setting.clinician, ['<0.01']],
      [setting.gp, []],
      [setting.urologist, []],
    ] as const)
      expect((await readBeside(actor, shown))(last).earlier).toEqual(earlier)
  })

  it('are those of the actor’s own teams', async () => {
    await inRange(1)
    expect(await listOf(setting.urologist)).toMatchObject({ inRange: [], single: [] })
    await expect(listOf(setting.gp)).rejects.toThrow(NotAllowed)
  })

  it('in range are confirmed together, and telling each person is owed', async () => {
    const chosen = await inRange(4)
    expect(await confirmResults(setting.clinician, asPosted(chosen))).toEqual({ confirmed: 4, changed: 0 })
    for (const { patientId, result } of chosen) {
      expect((await setting.row(result.id)).reviews).toMatchObject([{ decision: 'in_range' }])
      expect(await setting.reviewsOwed(patientId)).toEqual([])
      expect(await setting.events(patientId)).toContain('results.confirmed')
    }
    const [, due] = chosen
    expect(await setting.openTasks(due?.patientId ?? '', 'tell_result')).toHaveLength(1)
  })

  it('are paged by their day, each once, with how many wait in all', async () => {
    const { paged, count } = await setting.manyReviews(2 * REVIEWS_A_PAGE + 7)
    const ids: string[] = []
    let after: PlaceInList | null = null
    const sizes: number[] = []
    do {
      const page: ReviewList = await listResultsToReview(paged, { show: 'all', after })
      expect(page.total).toBe(count)
      const shown = [...page.inRange, ...page.single]
      sizes.push(shown.length)
      ids.push(...shown.map(({ result }) => result.id))
      after = page.next
    } while (after)
    expect(sizes).toEqual([REVIEWS_A_PAGE, REVIEWS_A_PAGE, 7])
    expect(new Set(ids).size).toBe(count)
    const { single, inRange } = await listResultsToReview(paged, { show: 'single', after: null })
    expect(inRange).toEqual([])
    expect(single).toHaveLength(2)
  }, 60_000)

  it('filed for a test that the dates give to another are listed all the same', async () => {
    const { patientId } = await setting.due()
    const first = await setting.file(patientId, { value: '0.02' })
    const earlier = { value: '0.03', sampledOn: addDays(today(), -3), confirmedSlip: 'Came late' }
    const late = await setting.file(patientId, earlier)
    const { inRange } = await listOf()
    const ids = inRange.map(({ result }) => result.id)
    for (const id of [first, late]) expect(ids.filter((one) => one === id)).toHaveLength(1)
    for (const { subject_id: resultId } of await setting.reviewsOwed(patientId))
      expect((await getResult(setting.clinician, { patientId, resultId })).result.awaitsReview).toBe(true)
  })

  it('in range may be confirmed by a support worker', async () => {
    const chosen = await inRange(2)
    expect(await confirmResults(setting.supportWorker, asPosted(chosen))).toMatchObject({ confirmed: 2 })
  })

  it('out of range are never confirmed so, whoever asks', async () => {
    const { patientId } = await setting.followed()
    const resultId = await setting.file(patientId, { value: '0.3' })
    const list = await listOf()
    const loud = list.single.filter(({ result }) => result.id === resultId)
    expect(await getChosenResults(setting.clinician, [resultId])).toEqual([])
    for (const actor of [setting.clinician, setting.supportWorker])
      expect(await confirmResults(actor, asPosted(loud))).toEqual({ confirmed: 0, changed: 1 })
    expect(await setting.reviewsOwed(patientId)).toHaveLength(1)
  })

  it('that changed since they were shown stay, and the others are confirmed all the same', async () => {
    const chosen = await inRange(2)
    const [first] = chosen
    await setting.file(first?.patientId ?? '', { value: '0.02', replaces: first?.result.id })
    expect(await confirmResults(setting.clinician, asPosted(chosen))).toEqual({ confirmed: 1, changed: 1 })
    expect(await setting.reviewsOwed(first?.patientId ?? '')).toHaveLength(1)
  })

  it('are confirmed once by two people at the same time', async () => {
    const chosen = await inRange(3)
    const both = await Promise.all([
      confirmResults(setting.clinician, asPosted(chosen)),
      confirmResults(setting.supportWorker, asPosted(chosen.toReversed())),
    ])
    expect(both.map(({ confirmed }) => confirmed).sort()).toEqual([0, 3])
  })

  it('are not confirmed by who has not the person in care, and then none of them is', async () => {
    const chosen = await inRange(2)
    await expect(confirmResults(setting.urologist, asPosted(chosen))).rejects.toThrow(NotFound)
    await expect(confirmResults(setting.gp, asPosted(chosen))).rejects.toThrow(NotAllowed)
  })

  it('are posted one or many, and never without one', () => {
    const one = [1, 2, 3].map(() => crypto.randomUUID()).join(' ')
    expect(confirmResultsSchema.parse({ results: one }).results).toHaveLength(1)
    expect(confirmResultsSchema.parse({ results: [one, one] }).results).toHaveLength(2)
    for (const results of [undefined, 'x', [one, 'x'], Array<string>(101).fill(one)])
      expect(confirmResultsSchema.safeParse({ results }).success).toBe(false)
  })
})
