import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const folder = path.resolve(import.meta.dirname, '../../../prisma/reference/organisations')

function rowsOf<Row>(file: string, row: z.ZodType<Row>): Row[] {
  return z.array(row).parse(parse(readFileSync(path.join(folder, file)), { columns: true }))
}

const organisations = rowsOf('organisations.csv', z.looseObject({ ods_code: z.string(), kind: z.string() }))
const teams = rowsOf(
  'teams.csv',
  z.strictObject({
    team_code: z.string().min(1),
    organisation_ods_code: z.string().min(1),
    name: z.string().min(1),
    kind: z.enum(['specialist', 'practice', 'community']),
    tumour_group: z.enum(['breast', 'urology', 'colorectal', '']),
    telephone: z.string().regex(/^01632 960\d{3}$/),
  }),
)

const codesOf = (kind: string) => organisations.filter((one) => one.kind === kind).map((one) => one.ods_code)
const teamsOf = (odsCode: string) => teams.filter((team) => team.organisation_ods_code === odsCode)

describe('the teams that ship', () => {
  it('have codes and telephone numbers of their own', () => {
    expect(new Set(teams.map((team) => team.team_code)).size).toBe(teams.length)
    expect(new Set(teams.map((team) => team.telephone)).size).toBe(teams.length)
  })

  it.each(codesOf('nhs_trust'))('are three specialist teams at %s', (odsCode) => {
    expect(teamsOf(odsCode).map((team) => [team.team_code, team.kind, team.tumour_group])).toEqual([
      [`${odsCode}-BREAST`, 'specialist', 'breast'],
      [`${odsCode}-UROLOGY`, 'specialist', 'urology'],
      [`${odsCode}-COLORECTAL`, 'specialist', 'colorectal'],
    ])
  })

  it.each(codesOf('gp_practice'))('are one at practice %s, coded by its ODS code', (odsCode) => {
    expect(teamsOf(odsCode).map((team) => [team.team_code, team.kind, team.tumour_group])).toEqual([
      [odsCode, 'practice', ''],
    ])
  })

  it('are one at the community provider', () => {
    expect(
      codesOf('community_provider')
        .flatMap(teamsOf)
        .map((team) => team.team_code),
    ).toEqual(['ZC201-THERAPIES'])
  })

  it('belong to organisations that ship too', () => {
    const known = organisations.map((one) => one.ods_code)
    expect(teams.filter((team) => !known.includes(team.organisation_ods_code))).toEqual([])
  })
})
