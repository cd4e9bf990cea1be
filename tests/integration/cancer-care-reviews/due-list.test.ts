import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDueReviewFilter, REVIEWS_A_PAGE } from '@/lib/cancer-care-reviews/due-review-filter'
import { listDueReviews } from '@/lib/cancer-care-reviews/list-due-reviews'
import { NotAllowed } from '@/lib/platform/errors'
import { getPracticeHome } from '@/lib/tasks/practice-home'
import { ago, makeReviewSetting, type Place, type ReviewSetting } from './setting'

/** By when each was diagnosed, and what came of it. */
let setting: ReviewSetting
let people: Record<'overdue' | 'soon' | 'fresh' | 'declined' | 'dead', Place>

beforeAll(async () => {
  setting = await makeReviewSetting()
  const { superuser } = setting.database
  people = {
    overdue: await setting.diagnosed(ago(50)),
    soon: await setting.diagnosed(ago(80)),
    fresh: await setting.diagnosed(ago(3)),
    declined: await setting.diagnosed(ago(40)),
    dead: await setting.diagnosed(ago(45)),
  }
  await setting.invite(people.overdue, ago(30))
  // A diagnosis of long ago that was recorded in time: its first review is overdue.
  await superuser.query(
    `update diagnosis set diagnosed_on = $2, recorded_at = $2::date, version = version + 1 where id = $1`,
    [people.overdue.diagnosisId, ago(200)],
  )
  await setting.invite(people.overdue, ago(28))
  await setting.decline(people.declined, ago(1))
  await setting.die(people.dead.patientId)
})
afterAll(() => setting.database.drop())

const list = async (params: Record<string, string> = {}, actor = setting.gp) => {
  const { rows, ...rest } = await listDueReviews(actor, parseDueReviewFilter(params))
  const nameOf = (id: string) => Object.entries(people).find(([, place]) => place.patientId === id)?.[0]
  const lines = rows.map(({ patient_id, window, state, reason }) =>
    [nameOf(patient_id), window, reason ?? state].join(' '),
  )
  return { ...rest, rows, lines }
}

describe('the list of a practice', () => {
  it('has what can be held now, the most overdue first, with how each was invited', async () => {
    const { lines, rows, counts, hasMore } = await list()
    expect(lines).toEqual([
      'overdue first overdue',
      'soon first due',
      'fresh first due',
      'overdue second due',
    ])
    expect(rows[0]?.invitations).toEqual([
      { on: ago(30), channel: 'letter' },
      { on: ago(28), channel: 'letter' },
    ])
    expect({ counts, hasMore }).toEqual({ counts: { overdue: 1, later: 6 }, hasMore: false })
  })

  it.each([
    [{ show: 'overdue' }, ['overdue first overdue']],
    [{ show: 'due' }, ['soon first due', 'fresh first due', 'overdue second due']],
    [{ show: 'due', sort: 'latest' }, ['overdue second due', 'fresh first due', 'soon first due']],
    [{ show: 'not_yet' }, ['soon second not_yet', 'declined second not_yet', 'fresh second not_yet']],
    [{ show: 'excused' }, ['dead first died', 'declined first declined', 'dead second died']],
    [{ show: 'excused', sort: 'latest', page: '2' }, []],
    [
      { show: 'constructor', sort: '1', page: '-1' },
      ['overdue first overdue', 'soon first due', 'fresh first due', 'overdue second due'],
    ],
  ])('shows by %j', async (params: Record<string, string>, expected) => {
    expect((await list(params)).lines).toEqual(expected)
  })

  it('is the practice’s own, and says on the home page what is due within four weeks', async () => {
    expect((await list({}, setting.otherGp)).lines).toEqual([])
    expect((await list({ show: 'excused' }, setting.otherGp)).lines).toEqual([])
    await expect(list({}, setting.clinician)).rejects.toThrow(NotAllowed)
    const home = await getPracticeHome(setting.gp, 1)
    expect(home.reviewsDue).toBe(2)
    expect(home.reviews.map(({ patient_id }) => patient_id)).toEqual([
      people.overdue.patientId,
      people.soon.patientId,
    ])
    expect(home.reviews.map(({ kind }) => kind)).toEqual(['hold_first_review', 'hold_first_review'])
  })

  it('comes in pages, and each look at it is in the access log', async () => {
    for (let more = 0; more < REVIEWS_A_PAGE; more++) await setting.diagnosed(ago(1))
    const [one, two] = [await list(), await list({ page: '2' })]
    expect([one.rows.length, one.hasMore]).toEqual([REVIEWS_A_PAGE, true])
    expect([two.rows.length, two.hasMore]).toEqual([4, false])
    const all = [...one.rows, ...two.rows].map(({ diagnosisId, window }) => `${diagnosisId} ${window}`)
    expect(new Set(all).size).toBe(REVIEWS_A_PAGE + 4)
    const { rows } = await setting.database.pools.auditor.query(
      `select detail from access_log where event = 'due_reviews.viewed' order by id desc limit 1`,
    )
    expect(rows).toEqual([{ detail: { show: 'now', page: 2 } }])
  })
})
