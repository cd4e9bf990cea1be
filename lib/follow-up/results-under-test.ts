import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { findTest } from './internal/find-test'

/**
 * The results in force that a test of a pathway counts, as its tasks mean them: dates may give a result to another test than
 * the one it was filed for, when another comes late. Empty where there is no such test.
 */
export async function findResultsUnderTest(
  tx: Tx,
  place: { patientId: string; testId: string },
): Promise<readonly string[]> {
  try {
    return (await findTest(tx, place)).resultIds
  } catch (error) {
    if (error instanceof NotFound) return []
    throw error
  }
}
