import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { KeyContactRole } from '@/lib/platform/prisma-client/enums'

/** Somebody the person, and whoever cares for them, can turn to. */
export type KeyContact = {
  id: string
  version: number
  role: KeyContactRole
  /** Set where it is a member of staff of a team that cares for the person. */
  staffId: string | null
  /** The name of that team. */
  teamName: string | null
  name: string
  /** What they are to the person, in words: "daughter". */
  relationship: string | null
  /** Their own number, or else that of their team. */
  telephone: string | null
  hasOwnTelephone: boolean
  email: string | null
  startedOn: CalendarDate
  /** The first day on which they no longer were. */
  endedOn: CalendarDate | null
}

/** A member of staff of a team that has the person in care, who could be a contact. */
export type PossibleContact = { staffId: string; teamId: string; name: string; teamName: string }
