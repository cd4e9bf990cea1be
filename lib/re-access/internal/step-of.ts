import 'server-only'
import type { z } from 'zod'
import type { CareContext } from '@/lib/access/care-context'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { ContactUrgency } from '@/lib/platform/prisma-client/enums'
import type { answerContactSchema } from '../schema'
import type { ContactRow } from './contact-rows'
import { decisionOf, requireMayEnd, requireNote } from './decision'
import { listClinicians, listReceivers } from './receivers'
import { lastDayToTryAgain } from './promise'
import type { NewContactEvent } from './say'

type Input = z.output<typeof answerContactSchema>

/** Working days in which somebody who was not reached is tried again: our own standard, with no national one. */
const TRY_AGAIN_DAYS: Readonly<Record<ContactUrgency, number>> = { emergency: 1, same_day: 1, standard: 5 }

/** What the form says happened. @throws RuleBroken if something is missing or cannot be */
export async function stepOf(
  tx: Tx,
  context: CareContext,
  contact: ContactRow,
  input: Input,
): Promise<NewContactEvent> {
  const { note } = input
  switch (input.step) {
    case 'decided':
      return decisionOf(context, contact.urgency, input)
    case 'called_back':
      return { kind: 'called_back', note }
    case 'not_reached':
      return { kind: 'not_reached', againOn: nextTry(input.againOn, contact.urgency), note }
    case 'escalated':
      return { kind: 'escalated', toStaffId: await clinicianOf(tx, contact, input.clinician), note }
    case 'handed_to':
      return { kind: 'handed_to', ...(await receiverOf(tx, contact, input.handTo)), note }
    case 'ended':
      requireMayEnd(context, contact)
      return { kind: 'ended', note: requireNote(note, 'Enter why nothing is needed') }
  }
}

function nextTry(againOn: CalendarDate | null, urgency: ContactUrgency): CalendarDate {
  const last = lastDayToTryAgain(today(), TRY_AGAIN_DAYS[urgency])
  if (againOn && againOn >= today() && againOn <= last) return againOn
  const days =
    TRY_AGAIN_DAYS[urgency] === 1 ? 'the next working day' : `${TRY_AGAIN_DAYS[urgency]} working days`
  const message = againOn
    ? `Date of the next try must be from today to ${days} from now`
    : 'Enter when to try again'
  throw new RuleBroken([{ field: 'againOn', message }])
}

async function clinicianOf(tx: Tx, contact: ContactRow, wanted: string): Promise<string | null> {
  if (wanted === '') return null
  const clinicians = await listClinicians(tx, contact.currentTeamId)
  if (clinicians.some(({ staffId }) => staffId === wanted)) return wanted
  throw new RuleBroken([{ field: 'clinician', message: 'Select a clinician of the team' }])
}

async function receiverOf(tx: Tx, contact: ContactRow, wanted: string) {
  const receiver = (await listReceivers(tx, contact)).find(({ value }) => value === wanted)
  if (!receiver) throw new RuleBroken([{ field: 'handTo', message: 'Select who takes it over' }])
  return { toTeamId: receiver.teamId, toStaffId: receiver.staffId }
}
