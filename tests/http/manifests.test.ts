import { describe, expect, it } from 'vitest'
import { ACTION_PURPOSES } from '@/lib/access/action-endpoints'
import { ROUTE_PURPOSES } from '@/lib/access/endpoints'
import { differences } from '@/tests/architecture/checks/endpoints'
import { builtActions, builtRoutes } from './build-manifests'

describe('what the build serves', () => {
  it('is in the table of endpoints: every server action, and no other', () => {
    const names = builtActions().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(differences(names, Object.keys(ACTION_PURPOSES))).toEqual([])
  })

  it('is in the table of endpoints: every page and route handler, and no other', () => {
    expect(differences(builtRoutes(), Object.keys(ROUTE_PURPOSES))).toEqual([])
  })
})
