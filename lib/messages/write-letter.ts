import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import { teamAsSender } from '@/lib/care-teams/team-to-call'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { howToReach } from '@/lib/patients/how-to-reach'
import { getPatientIdentity } from '@/lib/patients/patient-identity'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { readBlocks, stopsNow } from './internal/at-the-gate'
import { reasonWords } from './labels'
import { plainLetter } from './plain-letter'
import { queueMessages } from './queue-messages'
import type { writeLetterSchema } from './schema'

type Input = z.output<typeof writeLetterSchema>

/**
 * Writes a plain letter to the person or their practice. What would be stopped at the gate today is not written.
 *
 * @returns the id of the letter
 * @throws NotFound, NotAllowed; RuleBroken at `recipient` if it could not leave
 */
export async function writeLetter(actor: Actor, input: Input): Promise<{ id: string }> {
  const { patientId, recipient, heading, body } = input
  return asActor(actor, async (tx) => {
    const teamId = actingTeam(await openPatient(tx, actor, patientId, ['message', 'create']))
    const recipientTeamId = await recipientOf(tx, input)
    const { name } = await howToReach(tx, patientId)
    const letter = plainLetter({
      person: { ...(await getPatientIdentity(tx, patientId)), name },
      from: await teamAsSender(tx, teamId),
      to: recipient,
      heading,
      body,
      writtenOn: today(),
      signedBy: formatNamePlain(actor),
    })
    const about = `plain_letter:${uuidv7()}`
    const [id] = await queueMessages(tx, actor.staffId, [
      { patientId, teamId, about, notBefore: now(), channel: 'letter', letter, recipientTeamId },
    ])
    if (!id) throw new NotFound()
    await recordAccess(tx, { event: 'message.written', patientId, entityId: id, detail: { recipient } })
    return { id }
  })
}

/** The practice's team, or null for the person. @throws RuleBroken */
async function recipientOf(tx: Tx, { patientId, recipient }: Input): Promise<string | null> {
  const practice = recipient === 'practice' ? await findRegisteredPractice(tx, patientId) : null
  if (recipient === 'practice' && !practice)
    throw refused('No practice is known for this person. Record the practice first')
  const message = { channel: 'letter', recipient, state: 'queued' } as const
  const reason = stopsNow(message, await howToReach(tx, patientId), await readBlocks(tx, patientId))
  if (reason) throw refused(`${reasonWords('letter', reason)}: a letter would not be sent`)
  return practice?.id ?? null
}

function refused(message: string): RuleBroken {
  return new RuleBroken([{ field: 'recipient', message }])
}
