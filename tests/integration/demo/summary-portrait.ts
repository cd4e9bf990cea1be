import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import { listTreatmentSummaries } from '@/lib/treatment-summaries/queries'
import type { Delivery, SignedVersion } from '@/lib/treatment-summaries/treatment-summary'

/** The treatment summaries of a person as the pages of their team have them, a line each; days are counted from today. */
export async function summariesInWords(actor: Actor, patientId: string): Promise<string[]> {
  const { summaries } = await listTreatmentSummaries(actor, patientId)
  return Promise.all(
    summaries.map(async ({ id, phaseEndedOn, isDraft, versions }) => {
      const requests = await asActor(actor, (tx) => listRequestsOfSummary(tx, id))
      const asked = requests.map(({ code, state }) => `${isOwnCode(code) ? 'own' : code} ${state}`)
      return [
        `ended ${days(phaseEndedOn)}`,
        ...(isDraft ? ['draft'] : []),
        ...versions.map(versionInWords),
        ...asked,
      ].join('; ')
    }),
  )
}

/** A request added by hand has an id for a code. */
function isOwnCode(code: string): boolean {
  return code.includes('-')
}

function versionInWords({ number, signedOn, by, changes, deliveries }: SignedVersion): string {
  const changed = changes.length > 0 ? ` with ${changes.length} changes` : ''
  return `${[`version ${number} by ${by} ${days(signedOn)}${changed}`, ...deliveries.map(deliveryInWords).sort()].join(', ')}`
}

function deliveryInWords({ recipient, to, channel, seenAt }: Delivery): string {
  return `${channel} to ${to ?? recipient}${seenAt ? ' seen' : ''}`
}

function days(on: CalendarDate): number {
  return daysBetween(today(), on)
}
