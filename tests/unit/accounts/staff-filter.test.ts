import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStaffFilter, staffFilterQuery } from '@/lib/accounts/staff-filter'

const team = '0190a0b0-0000-7000-8000-000000000001'

describe('the filter of the staff list', () => {
  it('is read from the address', () => {
    expect(parseStaffFilter({ find: ' Jones ', team, state: 'disabled', page: '3' })).toEqual({
      find: 'Jones',
      teamId: team,
      state: 'disabled',
      page: 3,
    })
  })

  it('leaves out what it does not understand', () => {
    const nothing = { find: '', teamId: null, state: null, page: 1 }
    expect(parseStaffFilter({})).toEqual(nothing)
    expect(parseStaffFilter({ team: "'; drop", state: 'x', page: '-1' })).toEqual(nothing)
    expect(parseStaffFilter({ page: '9999999999' })).toEqual(nothing)
  })

  it('comes back the same from the address it makes', () => {
    const filters = fc.record({
      find: fc.string({ maxLength: 100 }).map((text) => text.replaceAll('\0', '').trim()),
      teamId: fc.constantFrom(null, team),
      state: fc.constantFrom(null, 'active' as const, 'invited' as const, 'disabled' as const),
      page: fc.integer({ min: 1, max: 9999 }),
    })
    fc.assert(
      fc.property(filters, (filter) => {
        const params = Object.fromEntries(new URLSearchParams(staffFilterQuery(filter)))
        expect(parseStaffFilter(params)).toEqual(filter)
      }),
    )
  })
})
