import type { Verb } from '@/lib/access/access-table'
import type { Situation } from './patient-situations'

/** SQL as role `app`: allowed if it returns or changes a row, refused if it does neither or Postgres says no. */
export type Probe = { text: string; values: unknown[] }

export type Context = Situation & { ownTeamId: string; staffId: string; newTeamId: string }
export type Probes = Partial<Record<Verb, (context: Context) => Probe>>

export const seen = (table: string, id: (context: Context) => string) => (context: Context) => ({
  text: `select 1 from ${table} where id = $1`,
  values: [id(context)],
})
export const touched =
  (table: string, column: string, id: (context: Context) => string) => (context: Context) => ({
    text: `update ${table} set ${column} = ${column} where id = $1`,
    values: [id(context)],
  })
