import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permit } from '@/lib/access/care-context'
import { instantInLondon } from '@/lib/nhs/instant'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { askedTeam } from './internal/asked-team'
import { openOwed } from './internal/contact-ledger'
import { decisionOf } from './internal/decision'
import { openHeld } from './internal/open-held'
import { judgeFlags } from './internal/judge-flags'
import { promisedFrom } from './internal/promise'
import { sayOfContact } from './internal/say'
import type { recordContactSchema } from './schema'

type Input = z.output<typeof recordContactSchema>

/**
 * Records that somebody got in touch about a person. How urgent it is follows from the red flags, by when it is answered
 * from that; the team that was asked owes the answer from now on. One that was answered on the spot is closed with its
 * outcome: the log. About somebody who has died nothing is owed, so it is answered or not recorded.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if a question has no answer, an emergency was not told what to do, no hospital team cares, or what was
 *   decided is not for the actor to decide
 */
export async function recordContact(actor: Actor, input: Input): Promise<{ contactId: string }> {
  const { patientId, caller, callerName, channel, reason, words, callBackNumber } = input
  return asActor(actor, async (tx) => {
    const context = await openHeld(tx, actor, patientId, 'create')
    const contactedAt = instantOf(input)
    const teamId = await askedTeam(tx, context, input.teamId)
    const { urgency, answers, questionsVersion } = await judgeFlags(tx, patientId, input)
    const answerBy = await promisedFrom(tx, teamId, urgency, contactedAt)
    if (input.next === 'answered') permit(context, 'contact', 'update')
    const decision = input.next === 'answered' ? decisionOf(context, urgency, input) : null
    if (!decision && (await findDayOfDeath(tx, patientId))) throw new RuleBroken(AFTER_DEATH)
    const id = uuidv7()
    const { adviceGiven } = input
    const contact = { id, patientId, teamId, reason, urgency, answerBy }
    const told = { contactedAt, caller, callerName, channel, words, callBackNumber, adviceGiven }
    const recorded = { questionsVersion, answers, recordedAt: now(), recordedById: actor.staffId }
    await tx.contact.createMany({ data: [{ ...contact, ...told, ...recorded }] })
    if (decision) await sayOfContact(tx, actor, { ...contact, facts: [] }, decision)
    else await openOwed(tx, contact, [])
    await recordAccess(tx, { event: 'contact.recorded', patientId, entityId: id, detail: { urgency } })
    return { contactId: id }
  })
}

const AFTER_DEATH = [
  { field: 'next', message: 'This person has died. Record what the caller was told, as answered now' },
]

/** @throws RuleBroken if it is still to come */
function instantOf({ contactedOn, contactedTime }: Input): Date {
  const contactedAt = instantInLondon(contactedOn, contactedTime)
  if (contactedAt > now())
    throw new RuleBroken([{ field: 'contactedTime', message: 'Time must not be in the future' }])
  return contactedAt
}
