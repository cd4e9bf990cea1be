import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { FROZEN_PLAN_SCHEMA, parseFrozenPlan } from '@/lib/care-plans/frozen-plan'

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  )
}

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Parameters<typeof canonicalJson>[0])
        expect(text).toBe(canonicalJson(shuffled(value) as Parameters<typeof canonicalJson>[0]))
        const again: unknown = JSON.parse(text)
        expect(again).toEqual(JSON.parse(JSON.stringify(value)) as unknown)
      }),
    )
  })

  it('keeps arrays in order and puts keys in order', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'é' } })).toBe('{"a":{"c":"é","d":null},"b":[2,1]}')
  })
})

describe('a frozen plan', () => {
  const content = {
    person: {
      givenName: 'Anne',
      familyName: 'Smith',
      preferredName: null,
      nhsNumber: '9990000018',
      bornOn: '1961-02-03',
    },
    team: { name: 'Breast team', organisation: 'Southmere', telephone: null },
    assessedOn: '2026-11-01',
    agreement: {
      on: '2026-11-02',
      with: 'Anne Smith',
      reviewOn: '2027-01-02',
      isShared: true,
      practice: null,
    },
    items: [],
  }

  it('is read by the number of its shape', () => {
    expect(parseFrozenPlan(FROZEN_PLAN_SCHEMA, content)).toEqual(content)
    expect(() => parseFrozenPlan(99, content)).toThrow('no renderer')
  })

  it.each([
    ['a field more', { ...content, extra: 1 }],
    ['a field less', { ...content, assessedOn: undefined }],
    ['another kind of value', { ...content, assessedOn: 5 }],
  ])('with %s was not written here', (_what, other) => {
    expect(() => parseFrozenPlan(FROZEN_PLAN_SCHEMA, other)).toThrow()
  })
})
