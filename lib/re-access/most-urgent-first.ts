import { ContactUrgency } from '@/lib/platform/prisma-client/enums'
import type { ContactView } from './contact'

const URGENCIES = Object.values(ContactUrgency)

type Ranked = Pick<ContactView, 'state' | 'urgency' | 'answerBy' | 'appointmentOn'>

/** Open contacts in the order in which they need somebody: who waits by urgency and promise, then appointments by day. */
export function mostUrgentFirst<Contact extends Ranked>(contacts: readonly Contact[]): Contact[] {
  return [...contacts].sort(
    (one, other) =>
      Number(other.state === 'waiting') - Number(one.state === 'waiting') ||
      (one.state === 'waiting'
        ? URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency) ||
          one.answerBy.getTime() - other.answerBy.getTime()
        : (one.appointmentOn ?? '').localeCompare(other.appointmentOn ?? '')),
  )
}
