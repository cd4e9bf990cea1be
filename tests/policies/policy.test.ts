import { describe, expect, it } from 'vitest'
import { ROLES, VERBS, type Role } from '@/lib/access/access-table'
import { IN_OWN_TEAM_OR_ORGANISATION, type OwnEntity } from '@/lib/access/own-access-table'
import { mayInOwn, mayUnderCare } from '@/lib/access/policy'
import { cells, nameOf } from './cells'

/** The counts are part of what this test is for. */
const report = (line: string) => process.stdout.write(`${line}\n`)

describe('the policy and the access table', () => {
  it('agree in every cell under a patient', () => {
    const wrong = cells.filter(({ role, relation, entity, verb, allowed }) => {
      return mayUnderCare({ relation, roles: [role] }, entity, verb).allowed !== allowed
    })
    report(
      `access table: ${cells.length} cells, ${cells.filter((cell) => cell.allowed).length} allowed, ${wrong.length} differences`,
    )
    expect(wrong.map(nameOf)).toEqual([])
  })

  it('give every refusal its name', () => {
    const reasonOf = (relation: 'care' | 'elsewhere' | 'emergency', roles: Role[]) => {
      const decision = mayUnderCare({ relation, roles }, 'diagnosis', 'create')
      return decision.allowed ? 'allowed' : decision.reason
    }
    expect(reasonOf('care', ['clinician'])).toBe('allowed')
    expect(reasonOf('care', ['support_worker'])).toBe('role_may_not')
    expect(reasonOf('elsewhere', ['clinician'])).toBe('not_under_care')
    expect(reasonOf('emergency', ['clinician'])).toBe('emergency_is_read_only')
    expect(reasonOf('care', [])).toBe('no_role')
  })

  it('add up the roles of somebody who holds several, and take nothing away', () => {
    const both = { relation: 'care' as const, roles: ['gp', 'clinician'] as const }
    expect(mayUnderCare(both, 'diagnosis', 'create').allowed).toBe(true)
    expect(mayUnderCare({ ...both, roles: ['gp'] }, 'diagnosis', 'create').allowed).toBe(false)
  })

  it('agree in every cell of a team’s or organisation’s own things', () => {
    const entities = Object.keys(IN_OWN_TEAM_OR_ORGANISATION) as OwnEntity[]
    for (const entity of entities) {
      const row: Partial<Record<Role, readonly string[]>> = IN_OWN_TEAM_OR_ORGANISATION[entity]
      for (const role of ROLES) {
        for (const verb of VERBS) {
          expect(mayInOwn([role], entity, verb).allowed, `${role} ${entity} ${verb}`).toBe(
            row[role]?.includes(verb) ?? false,
          )
        }
      }
    }
  })
})
