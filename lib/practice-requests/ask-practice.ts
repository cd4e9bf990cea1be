import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'

type Asking = {
  patientId: string
  summaryId: string
  teamId: string
  practiceTeamId: string
  requests: readonly {
    code: string
    what: string
    detail: string | null
    snomedCode: string | null
    dueOn: CalendarDate
  }[]
}

/** Stands in for asking a practice: nothing is asked yet. */
export async function askPractice(
  _tx: Tx,
  _actor: Actor,
  _asking: Asking,
): Promise<{ asked: number; changed: number }> {
  return { asked: 0, changed: 0 }
}
