import { ContactUrgency } from '@/lib/platform/prisma-client/enums'

/** A contact as it is measured: nothing that says whose. `decidedAt`: null while nobody has decided. */
export type MeasuredContact = {
  urgency: ContactUrgency
  contactedAt: Date
  answerBy: Date
  decidedAt: Date | null
}

export type TimesToDecision = {
  urgency: ContactUrgency
  contacts: number
  decided: number
  /** Decided by when it was promised. */
  inTime: number
  /** Hours that passed from the contact to the decision, nights and weekends too; null where nothing was decided. */
  medianHours: number | null
  ninetiethCentileHours: number | null
}

const HOUR = 3_600_000
const MEDIAN = 0.5
const NINETIETH = 0.9

/** How long people waited for a decision, by urgency, most urgent first, as the schema has them. Those still undecided count as contacts alone. */
export function timesToDecision(contacts: readonly MeasuredContact[]): TimesToDecision[] {
  return Object.values(ContactUrgency).map((urgency) => {
    const all = contacts.filter((contact) => contact.urgency === urgency)
    const decided = all.flatMap(({ decidedAt, ...contact }) => (decidedAt ? [{ ...contact, decidedAt }] : []))
    const hours = decided
      .map(({ contactedAt, decidedAt }) => (decidedAt.getTime() - contactedAt.getTime()) / HOUR)
      .sort((one, other) => one - other)
    return {
      urgency,
      contacts: all.length,
      decided: decided.length,
      inTime: decided.filter(({ decidedAt, answerBy }) => decidedAt <= answerBy).length,
      medianHours: centile(hours, MEDIAN),
      ninetiethCentileHours: centile(hours, NINETIETH),
    }
  })
}

/** Nearest rank: the smallest value that at least that part of all do not exceed. */
function centile(sorted: readonly number[], part: number): number | null {
  return sorted[Math.max(Math.ceil(part * sorted.length) - 1, 0)] ?? null
}
