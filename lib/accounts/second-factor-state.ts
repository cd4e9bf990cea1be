import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { inAuthTransaction } from './internal/auth-database'

/** Whether the actor has a second factor, since when, and how many recovery codes are left. */
export type SecondFactorState = { setAt: Date | null; recoveryCodesLeft: number }

/** Of the actor's own account only: no other is asked for. */
export async function getSecondFactorState(actor: Actor): Promise<SecondFactorState> {
  const { rows } = await inAuthTransaction((connection) =>
    connection.query<{ set_at: Date | null; codes: number }>(
      `select totp_confirmed_at as set_at, cardinality(recovery_code_hashes) as codes
       from staff_credential where staff_id = $1`,
      [actor.staffId],
    ),
  )
  return { setAt: rows[0]?.set_at ?? null, recoveryCodesLeft: rows[0]?.codes ?? 0 }
}
