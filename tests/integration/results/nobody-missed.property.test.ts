import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { RuleBroken, Stale } from '@/lib/platform/errors'
import { chooseTest } from '@/lib/results/choose-test'
import { getResult, listResults } from '@/lib/results/queries'
import { tellResult } from '@/lib/results/tell-result'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

type Step = { what: 'file' | 'correct' | 'cancel' | 'review' | 'tell' | 'choose' | 'night'; which: number }
const anyHistory = fc.record({
  isFollowed: fc.boolean(),
  steps: fc.array(
    fc.record({
      what: fc.constantFrom<Step['what']>(
        'file',
        'file',
        'correct',
        'cancel',
        'review',
        'review',
        'tell',
        'choose',
        'night',
      ),
      which: fc.nat(20),
    }),
    { minLength: 3, maxLength: 12 },
  ),
})

/** What cannot be done as things stand is refused, and then nothing has changed. */
async function happen(patientId: string, step: Step): Promise<void> {
  try {
    await STEPS[step.what](patientId, step.which)
  } catch (error) {
    if (!(error instanceof RuleBroken) && !(error instanceof Stale)) throw error
  }
}

async function pick(patientId: string, which: number) {
  const { results } = await listResults(setting.clinician, patientId)
  const standing = results.filter(({ isStanding }) => isStanding)
  return standing[which % Math.max(1, standing.length)] ?? null
}

const VALUES = ['<0.01', '0.05', '0.19', '0.3']

const STEPS: Record<Step['what'], (patientId: string, which: number) => Promise<unknown>> = {
  night: () => recomputeFollowUp({ job: 'recompute_follow_up' }),
  file: (patientId, which) =>
    setting.file(patientId, {
      value: VALUES[which % VALUES.length],
      sampledOn: addDays(today(), -which * 9),
      confirmedSlip: 'Seen in the laboratory system',
      answers: which % 5 === 0 ? 'none' : 'by_date',
    }),
  correct: async (patientId, which) => {
    const result = await pick(patientId, which)
    const { id: replaces, sampledOn } = result ?? {}
    const change = { value: VALUES[(which + 1) % VALUES.length], confirmedSlip: 'Rang the laboratory' }
    return replaces && setting.file(patientId, { replaces, sampledOn, ...change })
  },
  cancel: async (patientId, which) => {
    const result = await pick(patientId, which)
    return result && result.status !== 'cancelled' && setting.takeBack(patientId, result.id)
  },
  review: async (patientId, which) => {
    const result = await pick(patientId, which)
    return result?.awaitsReview && setting.review({ patientId, resultId: result.id })
  },
  tell: async (patientId, which) => {
    const result = await pick(patientId, which)
    const said = { on: today(), toldBy: 'letter', note: null } as const
    return result && tellResult(setting.clinician, { patientId, resultId: result.id, ...said })
  },
  choose: async (patientId, which) => {
    const result = await pick(patientId, which)
    const { rows } = await setting.database.superuser.query<{ id: string }>(
      `select id from surveillance_test where patient_id = $1 and settled_at is null and occurrence not like 'extra %' order by id`,
      [patientId],
    )
    const answers = rows[which % (rows.length + 1)]?.id ?? 'none'
    const place = result && { patientId, resultId: result.id, shownTestId: result.testId ?? '' }
    return place && chooseTest(setting.clinician, { ...place, answers, reason: 'As agreed' })
  },
}

/**
 * By rows alone, without a rule of the application: every version that nothing replaces, whether a review since its last
 * judgement, or a review and a last judgement without an alert, and a telling are there, and the test that was said last of it
 * or of what it replaces; whether it takes others back, and whether any of them had been read, released or told.
 */
const ORACLE = `
  with recursive family as (
    select id, id as root from result where patient_id = $1 and replaces_id is null
    union all select later.id, family.root from result as later join family on later.replaces_id = family.id
  ), said as (
    select family.root, (array_agg(chosen_test.test_id order by chosen_test.id desc))[1] as test_id
    from family join chosen_test on chosen_test.result_id = family.id group by family.root
  )
  select result.id,
    case when said.root is null then result.test_id else said.test_id end as test_id,
    exists (select from result_review as review where review.result_id = result.id
      and (review.id > (select max(judged.id::text)::uuid from result_judgement as judged where judged.result_id = result.id)
        or not exists (select from result_judgement as judged, jsonb_array_elements(judged.alerts)
          where judged.id = (select max(last.id::text)::uuid from result_judgement as last where last.result_id = result.id)))
    ) as reviewed,
    exists (select from result_telling as telling where telling.result_id = result.id) as told,
    result.status = 'cancelled' as takes_back,
    exists (select from family as other where other.root = family.root and other.id <> result.id
      and (other.id in (select result_id from result_review) or exists (
        select from result_release as release where release.result_id = other.id and release.released_at <= result.recorded_at))
    ) as was_known,
    exists (select from family as other join result_telling as telling on telling.result_id = other.id
      where other.root = family.root and other.id <> result.id) as was_told
  from result join family on family.id = result.id left join said on said.root = family.root
  where not exists (select from result as later where later.replaces_id = result.id)`

type Owed = { id: string; test_id: string | null } & Record<
  'reviewed' | 'told' | 'takes_back' | 'was_known' | 'was_told',
  boolean
>

/** What a result owes under its own id. */
function owedOf({ id, test_id, reviewed, told, takes_back, was_known, was_told }: Owed): string[] {
  if (takes_back && !was_known) return []
  if (!reviewed) return [`review_result ${id}`]
  const isHeard = !takes_back || test_id !== null || was_told
  return told || !isHeard ? [] : [`tell_result ${id}`]
}

async function expectNobodyMissed(patientId: string): Promise<void> {
  const { rows } = await setting.database.superuser.query<Owed>(ORACLE, [patientId])
  const open = (await setting.openTasks(patientId))
    .filter(({ kind }) => kind === 'review_result' || kind === 'tell_result')
    .map(({ kind, subject_id }) => `${kind} ${subject_id}`)
  const alone = rows.filter(({ test_id, takes_back }) => test_id === null || takes_back)
  const owed = alone.flatMap(owedOf)
  const aloneIds = rows.map(({ id }) => id)
  expect(open.filter((task) => aloneIds.some((id) => task.endsWith(id))).sort()).toEqual(owed.sort())
  const inPathway = open.filter((task) => !aloneIds.some((id) => task.endsWith(id)))
  const unreviewed = rows.filter(
    ({ test_id, reviewed, takes_back }) => test_id !== null && !reviewed && !takes_back,
  )
  for (const task of inPathway.filter((one) => one.startsWith('review_result'))) {
    const resultId = task.split(' ')[1] ?? ''
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    expect(unreviewed.map(({ id }) => id)).toContain(result.id)
  }
  if (unreviewed.length > 0) expect(inPathway.join()).toContain('review_result')
}

describe('whatever happens to results', () => {
  it('each is owed its review, then telling the person, in one place and once', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ isFollowed, steps }) => {
        const patientId = await setting.patient()
        if (isFollowed) await setting.followed({ patientId, anchorOn: addMonths(today(), -12) })
        for (const step of steps) {
          await happen(patientId, step)
          await expectNobodyMissed(patientId)
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
