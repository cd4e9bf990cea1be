import { describe, expect, it } from 'vitest'
import { staffNotice } from '@/components/accounts/staff-notices'

describe('the notice of what was done to an account', () => {
  it.each([
    ['0', 'No open task was in their name'],
    ['1', '1 open task in their name went back to the list of its team'],
    ['12', '12 open tasks in their name went back to the lists of their teams'],
  ])('says that %s tasks went back', (tasks, words) => {
    expect(staffNotice({ done: 'team-ended', tasks })).toBe(`The team has ended, from now. ${words}`)
  })

  it('says nothing that the address made up', () => {
    expect(staffNotice({ done: 'enabled', tasks: '<b>' })).toBe('The account is enabled')
    expect(staffNotice({ done: 'constructor', tasks: '1' })).toBeNull()
    expect(staffNotice({})).toBeNull()
  })
})
