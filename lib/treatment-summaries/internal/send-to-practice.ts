import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { SendingInput } from '../sending-rules'
import type { SignedVersion } from '../treatment-summary'
import { findFrozenVersion } from './frozen-versions'
import { sendInService } from './sending'
import type { SummaryUnderChange } from './summary-under-change'

/**
 * Sends a version in the service to the practice that the person is registered with, unless that practice has it.
 *
 * @returns the delivery
 * @throws NotFound where no practice is known
 */
export async function sendToPractice(
  tx: Tx,
  actor: Actor,
  { summary, version }: { summary: SummaryUnderChange; version: SignedVersion },
  { sentOn, note }: Pick<SendingInput, 'sentOn' | 'note'>,
): Promise<string> {
  const { practice } = summary
  const frozen = await findFrozenVersion(tx, version.id)
  if (!practice || !frozen) throw new NotFound()
  const known = version.deliveries.find(
    ({ teamId, channel }) => teamId === practice.id && channel === 'in_service',
  )
  const sent = { summary, version: frozen, practiceTeamId: practice.id, sentOn, note }
  return known?.id ?? (await sendInService(tx, actor, sent))
}
