import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getFirstPage } from '@/lib/cancer-care-reviews/get-first-page'
import { getHeldReview } from '@/lib/cancer-care-reviews/held-review'
import { openReviewDraft } from '@/lib/cancer-care-reviews/open-review-draft'
import { recordCancerCareReview } from '@/lib/cancer-care-reviews/record-cancer-care-review'
import { saveReviewDraft, saveReviewWishes } from '@/lib/cancer-care-reviews/save-review-draft'
import { discardReviewDraft } from '@/lib/cancer-care-reviews/discard-review-draft'
import { voidCancerCareReview } from '@/lib/cancer-care-reviews/void-cancer-care-review'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { recordedReview, reviewDraft, savedDraft, typedAction } from '@/tests/factories/review-drafts'
import { ago, makeReviewSetting, type ReviewSetting } from './setting'

let setting: ReviewSetting
beforeAll(async () => {
  setting = await makeReviewSetting()
})
afterAll(() => setting.database.drop())

const owed = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => kind.includes('review'))
    .map(({ kind, team_id, due_on }) => [kind, team_id, due_on])
const IN_TWO_WEEKS = addDays(today(), 14)
const IN_HALF_A_YEAR = addDays(today(), 180)
const reason = 'Recorded for the wrong person'

describe('a cancer care review', () => {
  it('closes what asked for it, opens what it agreed, each with one owner and date, and takes the draft away', async () => {
    const { gp, practice, breast } = setting
    const place = await setting.diagnosed(ago(30))
    const reviewId = await recordedReview(gp, place, {
      actions: [typedAction('person', { what: 'Walk' }), typedAction('practice'), typedAction(breast)],
      nextReviewOn: IN_HALF_A_YEAR,
    })
    const tasks = await owed(place.patientId)
    expect(tasks.filter(([kind]) => kind === 'hold_first_review')).toEqual([])
    expect(tasks).toEqual(
      expect.arrayContaining([
        ['answer_review_action', breast, IN_TWO_WEEKS],
        ['complete_review_action', practice, IN_TWO_WEEKS],
        ['complete_review_action', practice, IN_TWO_WEEKS],
        ['hold_agreed_review', practice, IN_HALF_A_YEAR],
      ]),
    )
    expect(await openReviewDraft(gp, place)).toMatchObject({ version: 0, draft: { outcomeSummary: '' } })
    expect(await getHeldReview(gp, { ...place, reviewId })).toMatchObject({
      heldOn: today(),
      code: { code: '720006006' },
      recorded: { by: expect.stringContaining('Singh') },
      voided: null,
      actions: [
        { owner: { name: 'The person' } },
        { owner: { kind: 'practice' } },
        { owner: { kind: 'hospital_team' } },
      ],
    })
    expect(await setting.events(place.patientId)).toContain('cancer_care_review.recorded')
  })

  it('carries what the person wanted to talk about, noted beforehand', async () => {
    const { gp } = setting
    const place = await setting.diagnosed(ago(30))
    const words = 'Will I be able to drive?'
    await saveReviewWishes(gp, { ...place, version: 0, words, toldBy: 'carer' })
    expect((await getFirstPage(gp, place)).wishes).toMatchObject({ words, isNoted: true })
    const reviewId = await recordedReview(gp, place)
    const { content } = await getHeldReview(gp, { ...place, reviewId })
    expect(content?.wishes).toEqual({ words, toldBy: 'carer', toldOn: today() })
  })

  it('meets the review that the last one agreed, and owes the one that it agrees', async () => {
    const { gp, practice } = setting
    const place = await setting.diagnosed(ago(200))
    await recordedReview(gp, place, { heldOn: ago(60), nextReviewOn: ago(1) })
    expect(await owed(place.patientId)).toContainEqual(['hold_agreed_review', practice, ago(1)])
    await recordedReview(gp, place, { nextReviewOn: IN_HALF_A_YEAR })
    expect((await owed(place.patientId)).filter(([kind]) => kind === 'hold_agreed_review')).toEqual([
      ['hold_agreed_review', practice, IN_HALF_A_YEAR],
    ])
  })

  it('voided, opens what it had closed, withdraws what it agreed, and stays readable with the reason', async () => {
    const { gp, practice, breast } = setting
    const place = await setting.diagnosed(ago(30))
    const before = await owed(place.patientId)
    const reviewId = await recordedReview(gp, place, {
      actions: [typedAction('person'), typedAction(breast)],
      nextReviewOn: IN_HALF_A_YEAR,
    })
    await voidCancerCareReview(gp, { ...place, reviewId, reason })
    expect(await owed(place.patientId)).toEqual(before)
    expect(before).toContainEqual(['hold_first_review', practice, addDays(ago(30), 93)])
    const review = await getHeldReview(gp, { ...place, reviewId })
    expect(review).toMatchObject({ voided: { reason }, mayVoid: false })
    expect(review.actions.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
    expect((await getFirstPage(gp, place)).earlier).toEqual([])
    await expect(voidCancerCareReview(gp, { ...place, reviewId, reason })).rejects.toThrow(RuleBroken)
  })

  it('voided, owes again what the one before had agreed', async () => {
    const { gp, practice } = setting
    const place = await setting.diagnosed(ago(200))
    await recordedReview(gp, place, { heldOn: ago(60), nextReviewOn: IN_HALF_A_YEAR })
    const reviewId = await recordedReview(gp, place)
    expect((await owed(place.patientId)).map(([kind]) => kind)).not.toContain('hold_agreed_review')
    await voidCancerCareReview(gp, { ...place, reviewId, reason })
    expect(await owed(place.patientId)).toContainEqual(['hold_agreed_review', practice, IN_HALF_A_YEAR])
  })
})

describe('a review that cannot be filed', () => {
  it.each([
    ['before the diagnosis', { heldOn: ago(31) }],
    ['in the future', { heldOn: addDays(today(), 1) }],
    ['with nothing filled in', { ticked: [], notes: {} }],
  ])('changes nothing: %s', async (_what, plan) => {
    const place = await setting.diagnosed(ago(30))
    const before = await owed(place.patientId)
    await expect(recordedReview(setting.gp, place, plan)).rejects.toThrow(RuleBroken)
    expect(await owed(place.patientId)).toEqual(before)
    expect((await getFirstPage(setting.gp, place)).earlier).toEqual([])
  })

  it('was changed by a colleague meanwhile, filed already, or is not there', async () => {
    const { gp } = setting
    const place = await setting.diagnosed(ago(30))
    const file = (version: number) => recordCancerCareReview(gp, { ...place, version })
    await expect(file(1)).rejects.toThrow(RuleBroken)
    const { version } = await savedDraft(gp, place)
    await savedDraft(gp, place, { outcomeSummary: 'Something else' })
    await expect(file(version)).rejects.toThrow(Stale)
    const draft = reviewDraft({ outcomeSummary: 'Mine' })
    await expect(saveReviewDraft(gp, { ...place, version, draft, isFinished: false })).rejects.toThrow(Stale)
    await file(version + 1)
    await expect(file(version + 1)).rejects.toThrow(RuleBroken)
    await expect(discardReviewDraft(gp, { ...place, version })).rejects.toThrow(NotFound)
  })

  it('saved twice by itself is no change', async () => {
    const { gp } = setting
    const place = await setting.diagnosed(ago(30))
    const draft = reviewDraft()
    const first = await saveReviewDraft(gp, { ...place, version: 0, draft, isFinished: false })
    expect(await saveReviewDraft(gp, { ...place, version: 0, draft, isFinished: false })).toEqual(first)
  })

  it('is of somebody who has died since: held before it is filed, held after it is not', async () => {
    const { gp } = setting
    const place = await setting.diagnosed(ago(30))
    await setting.die(place.patientId)
    await expect(recordedReview(gp, place, { actions: [typedAction('person')] })).rejects.toThrow(RuleBroken)
    await recordedReview(gp, place, { heldOn: ago(1) })
    expect(await owed(place.patientId)).toEqual([])
  })
})

describe('who may hold and read a review', () => {
  it('is the practice that the person is registered with, and nobody else', async () => {
    const { gp, otherGp, clinician, supportWorker } = setting
    const place = await setting.diagnosed(ago(30))
    const reviewId = await recordedReview(gp, place)
    const { version } = await savedDraft(gp, place)
    for (const [actor, refusal] of [
      [otherGp, NotFound],
      [clinician, NotAllowed],
      [supportWorker, NotAllowed],
    ] as const) {
      await expect(getFirstPage(actor, place)).rejects.toThrow(NotFound)
      await expect(openReviewDraft(actor, place)).rejects.toThrow(refusal)
      await expect(recordCancerCareReview(actor, { ...place, version })).rejects.toThrow(refusal)
      await expect(getHeldReview(actor, { ...place, reviewId })).rejects.toThrow(refusal)
      await expect(voidCancerCareReview(actor, { ...place, reviewId, reason })).rejects.toThrow(refusal)
    }
  })

  it('follows the person to another practice, the draft of the one before does not', async () => {
    const { gp, otherGp, otherPractice } = setting
    const place = await setting.diagnosed(ago(30))
    const reviewId = await recordedReview(gp, place)
    await savedDraft(gp, place, { outcomeSummary: 'In progress' })
    await setting.move(place.patientId, otherPractice)
    expect(await getHeldReview(otherGp, { ...place, reviewId })).toMatchObject({ id: reviewId })
    expect((await openReviewDraft(otherGp, place)).version).toBe(0)
    await expect(getHeldReview(gp, { ...place, reviewId })).rejects.toThrow(NotFound)
    const { rows } = await setting.database.superuser.query('select 1 from draft where patient_id = $1', [
      place.patientId,
    ])
    expect(rows).toEqual([])
  })
})
