import { describe, expect, it } from 'vitest'
import type { Actor, HeldRole, Membership } from '@/lib/access/actor'
import { homeOf, navigationOf } from '@/lib/accounts/home'

const membership = (role: Membership['role']): Membership => ({
  teamId: 't',
  teamCode: 'T',
  teamName: 'Team',
  teamKind: role === 'gp' ? 'practice' : 'specialist',
  organisationId: 'o',
  role,
})
const held = (role: HeldRole['role']): HeldRole => ({ organisationId: 'o', organisationName: 'O', role })

function actor(memberships: Membership['role'][], roles: HeldRole['role'][] = []): Actor {
  return {
    staffId: 's',
    sessionId: 'x',
    givenName: 'Beryl',
    familyName: 'Jones',
    staffRoleCode: '01',
    sessionExpiresAt: new Date(0),
    memberships: memberships.map(membership),
    organisationRoles: roles.map(held),
  }
}

describe('where the day begins', () => {
  it.each([
    [
      actor(['clinician']),
      '/worklist',
      ['Worklist', 'Results', 'Contacts', 'Letters', 'Patients', 'Follow-up'],
    ],
    [
      actor(['support_worker'], ['admin']),
      '/worklist',
      ['Worklist', 'Results', 'Contacts', 'Letters', 'Patients', 'Follow-up', 'Administration'],
    ],
    [actor(['gp']), '/practice', ['Patients', 'Practice']],
    [
      actor(['gp', 'clinician']),
      '/worklist',
      ['Worklist', 'Results', 'Contacts', 'Letters', 'Patients', 'Follow-up', 'Practice'],
    ],
    [actor([], ['admin']), '/admin/staff', ['Administration']],
    [actor([], ['programme_lead']), null, []],
    [actor([], ['privacy_officer']), null, []],
    [actor([]), null, []],
  ])('follows from the roles held (%#)', (who, home, ways) => {
    expect(homeOf(who)).toBe(home)
    expect(navigationOf(who).map(({ label }) => label)).toEqual(ways)
  })
})
