import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { Answers } from '../answers'
import { chosenTest } from './chosen-test'
import type { NewResult } from './new-result'
import { takeInHand, writeInHand } from './take-in-hand'

/**
 * Keeps a result, attaches it to the test that waits for it, judges it at once and opens its review. Call it with the
 * patient's results locked.
 *
 * @param answers the test that somebody chose as they filed it; by its date where nobody did
 * @returns its id
 * @throws RuleBroken if it could not answer that test
 */
export async function keepResult(
  tx: Tx,
  { answers = 'by_date', ...result }: NewResult & { answers?: Answers },
): Promise<string> {
  const { patientId, earlier } = result
  // A further version stays with the test of the one before.
  const chosen = earlier || answers === 'by_date' ? undefined : await chosenTest(tx, result, answers)
  const hands = await takeInHand(tx, [patientId])
  const hand = hands.get(patientId)!
  const id = hand.add(result, chosen)
  hand.settle()
  await writeInHand(tx, [hand])
  return id
}
