import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { today } from '@/lib/platform/clock'
import { requireAppointmentDay } from './internal/appointment-day'
import { contactForChange } from './internal/contact-for-change'
import { requireMayEnd, requireNote } from './internal/decision'
import { sayOfContact, type NewContactEvent } from './internal/say'
import type { changeAppointmentSchema } from './schema'

type Input = z.output<typeof changeAppointmentSchema>

/**
 * Says what became of the appointment that somebody who got in touch was promised: seen, moved to another day, or not
 * needed after all.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if no appointment is open, something is missing, or a clinician has to say that it is not needed and the
 *   actor is none
 */
export async function changeAppointment(actor: Actor, input: Input): Promise<null> {
  return asActor(actor, async (tx) => {
    const { contact, context } = await contactForChange(tx, actor, input, input.step)
    if (input.step === 'ended') requireMayEnd(context, contact)
    await sayOfContact(tx, actor, contact, stepOf(input))
    return null
  })
}

function stepOf({ step, appointmentOn, note }: Input): NewContactEvent {
  if (step === 'seen') return { kind: 'seen', note }
  if (step === 'ended') return { kind: 'ended', note: requireNote(note, 'Enter why it is not needed') }
  return {
    kind: 'moved',
    appointmentOn: requireAppointmentDay(appointmentOn, today(), true),
    note: requireNote(note, 'Enter why it is moved'),
  }
}
