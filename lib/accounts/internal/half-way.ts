import 'server-only'
import { RuleBroken } from '@/lib/platform/errors'
import type { HalfLogIn } from '../half-log-in'
import type { AuthConnection } from './auth-database'
import { credentialOfStaff, type Credential } from './credentials'

const AGAIN = 'This took too long, or your account has changed meanwhile. Log in again from the start'

/**
 * The account that is half-way through logging in, if it still may.
 *
 * @param factor whether its second factor must be set already (`confirmed`) or must not (`to_enrol`)
 * @throws RuleBroken if it was closed since, the password was set again, or the factor is the other way
 */
export async function credentialHalfWay(
  connection: AuthConnection,
  half: HalfLogIn,
  factor: 'confirmed' | 'to_enrol',
): Promise<Credential> {
  const credential = await credentialOfStaff(connection, half.staffId)
  const isSame = credential?.passwordSetAt?.toISOString() === half.passwordSetAt
  const isDue = credential?.isTotpConfirmed === (factor === 'confirmed')
  if (!credential || credential.closed || !isSame || !isDue) throw new RuleBroken(AGAIN)
  return credential
}
