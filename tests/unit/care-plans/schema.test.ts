import { describe, expect, it } from 'vitest'
import { addActionSchema, finishActionSchema, reviewCarePlanSchema } from '@/lib/care-plans/schema'

const ID = '00000000-0000-4000-8000-00000000000a'
const issues = (
  schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } } },
  posted: unknown,
) => schema.safeParse(posted).error?.issues.map((issue) => issue.path.join('.'))

const review = {
  patientId: ID,
  planId: ID,
  version: '3',
  reviewedOn: { day: '1', month: '2', year: '2026' },
  next: 'finish',
  staffRoleCode: '01',
}

describe('the form of a review', () => {
  it('gathers the fields of each concern', () => {
    const parsed = reviewCarePlanSchema.parse({
      ...review,
      [`items.${ID}.outcome`]: 'better',
      [`items.${ID}.newScore`]: '0',
      [`items.${ID}.note`]: '',
      'items.x.outcome': 'better',
    })
    expect(parsed.items).toEqual({ [ID]: { outcome: 'better', newScore: 0, note: null } })
  })

  it('names the field at fault as it was posted', () => {
    expect(
      issues(reviewCarePlanSchema, {
        ...review,
        [`items.${ID}.outcome`]: 'fine',
        [`items.${ID}.newScore`]: '11',
      }),
    ).toEqual([`items.${ID}.outcome`, `items.${ID}.newScore`])
  })

  it('reads a form without any', () => {
    expect(reviewCarePlanSchema.parse(review).items).toEqual({})
    expect(reviewCarePlanSchema.safeParse(null).success).toBe(false)
  })
})

describe('the form of an action', () => {
  const posted = {
    patientId: ID,
    itemId: ID,
    what: 'Walk',
    ownerKind: 'person',
    dueOn: { day: '1', month: '2', year: '2027' },
  }

  it('needs what, who and by when', () => {
    expect(issues(addActionSchema, { patientId: ID, itemId: ID })).toEqual(['what', 'ownerKind', 'dueOn'])
  })

  it('takes 10,000 characters as they are and refuses one more', () => {
    const what = '🌳'.repeat(10_000)
    expect(addActionSchema.parse({ ...posted, what }).what).toBe(what)
    expect(issues(addActionSchema, { ...posted, what: `${what}x` })).toEqual(['what'])
  })

  it('takes no other help than none, typed, or an id', () => {
    expect(issues(addActionSchema, { ...posted, helpChoice: 'some' })).toEqual(['helpChoice'])
    expect(addActionSchema.parse(posted).helpChoice).toBe('none')
  })
})

describe('a form with several faults', () => {
  const id = '01990000-0000-7000-8000-000000000000'
  const faults = (schema: typeof finishActionSchema | typeof reviewCarePlanSchema, posted: object) =>
    schema.safeParse({ patientId: id, planId: id, actionId: id, version: '1', ...posted }).error?.issues

  it('says all of them about an action that is finished', () => {
    expect(faults(finishActionSchema, { result: 'done', newScore: '11' })).toMatchObject([
      { path: ['newScore'] },
      { path: ['on'] },
      { path: ['outcome'], message: 'Select what came of it' },
    ])
    expect(faults(finishActionSchema, { result: 'not_needed' })).toMatchObject([
      { path: ['on'] },
      { path: ['reason'], message: 'Enter why it is not needed' },
    ])
  })

  it('says all of them about a review, and names the concern', () => {
    const posted = { [`items.${id}.label`]: 'Fatigue', [`items.${id}.newScore`]: '' }
    const told = faults(reviewCarePlanSchema, posted)
    expect(told?.map(({ path }) => path.join('.'))).toEqual([
      'reviewedOn',
      `items.${id}.outcome`,
      'next',
      'staffRoleCode',
    ])
    expect(told?.[1]?.message).toBe('Select what came of Fatigue')
  })
})
